using System.Globalization;
using Aspire.Hosting.Lifecycle;
using Campaign.Cli;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost.Running;

internal static class HostBuilderExtensions
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);

    // Configuration of this program, not of the directory it is started in; whatever is given wins.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        // Everything talks on loopback; nobody made this machine a certificate.
        ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
        ["ASPIRE_DEVELOPER_CERTIFICATE_DEFAULT_TRUST"] = "false",
        ["ASPIRE_DCP_USE_DEVELOPER_CERTIFICATE"] = "false",
        ["ASPIRE_VERSION_CHECK_DISABLED"] = "true",
        // Else we would be gone long before our children.
        ["DcpPublisher:WaitForResourceCleanup"] = "true",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Aspire.Hosting.Dcp"] = "Warning",
    };

    /// <summary><c>Data</c>: where everything lies that is kept; `.local/` of the checkout unless it is named.</summary>
    public static DataDirectory UseDataDirectory(this IDistributedApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("zh-Hans");
        builder.Configuration.AddInMemoryCollection(Defaults.Where(setting => builder.Configuration[setting.Key] is null).ToList());
        var data = new DataDirectory(builder.Configuration["Data"] ?? Checkout.Current.DefaultData);
        builder.Services.AddSingleton(data);
        return data;
    }

    public static IDistributedApplicationBuilder KeepState(this IDistributedApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Instances>().AddEventingSubscriber<StateKeeper>();
        builder.Services.AddEventingSubscriber<LogKeeper>();
        return builder;
    }

    public static IDistributedApplicationBuilder Supervise(this IDistributedApplicationBuilder builder)
    {
        builder.Services.AddEventingSubscriber<Supervisor>();
        return builder;
    }

    public static IDistributedApplicationBuilder StopInOrder(this IDistributedApplicationBuilder builder)
    {
        builder.Services.AddHostedService<OrderlyStop>().Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        return builder;
    }
}
