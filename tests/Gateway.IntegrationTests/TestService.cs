using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>A service as small as can be, with the identity every real one has; it answers who it thinks is calling.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private TestService(WebApplication app) => App = app;

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.Single());

    /// <summary>Trusts whatever keys <paramref name="keySet"/> publishes.</summary>
    public static Task<TestService> Trusting(Uri keySet, TimeProvider? clock = null) => Start(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Identity:Authority"] = TestIdentity.Authority,
            ["Identity:JwksAddress"] = keySet.ToString(),
        },
        clock: clock);

    public static async Task<TestService> Start(
        IReadOnlyDictionary<string, string?> settings, Action<WebApplication>? map = null, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.AddServiceDefaults("test");
        builder.Services.AddCampaignIdentity(builder.Configuration);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi();
        (map ?? Map)(app);
        await app.StartAsync();
        return new(app);
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    public static void Map(WebApplication app)
    {
        var street = app.MapStreet();
        street.MapGet("/units", Echo).Allow(Role.StreetOffice, Role.UnitOfficer, Role.Administrator);
        street.MapPut("/units/{unit}", (string unit, Caller caller) => caller.ActsFor(unit) ? Results.NoContent() : Results.Forbid())
            .Allow(Role.UnitOfficer);
        street.MapPut("/plans/{id:guid}", async (HttpRequest request) => (await new StreamReader(request.Body).ReadToEndAsync()).Length)
            .Allow(Role.StreetOffice);
        app.MapDistrict().MapGet("/streets", Echo);
    }

    private static object Echo(Caller caller, HttpContext http) => new
    {
        caller.Id,
        caller.Roles,
        caller.Streets,
        caller.Units,
        Headers = http.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
    };

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
