using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Accounts;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

[assembly: AssemblyFixture(typeof(Campaign.Gateway.IntegrationTests.Files))]

namespace Campaign.Gateway.IntegrationTests;

/// <summary>A whole gateway on a free loopback port; several may share a database, as instances do.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public const string Street = "120102001";
    public const string OtherStreet = "120102002";
    public static readonly string OperatorSecret = Secrets.New();

    private readonly WebApplication app;

    private TestGateway(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.Single());

    public Uri KeySet => new(Address, "/.well-known/jwks.json");

    public static async Task<TestGateway> Start(
        string database, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? clock = null)
    {
        var operatorFile = Files.New();
        await File.WriteAllTextAsync(operatorFile, OperatorSecret);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:gateway"] = database,
            ["Identity:Authority"] = TestIdentity.Authority,
            ["Operator:ClientSecretFile"] = operatorFile,
        });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.AddGateway();
        if (clock is not null) builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        var gateway = builder.Build();
        gateway.MapGateway();
        await gateway.StartAsync();
        return new(gateway);
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    public async Task<HttpResponseMessage> AskForToken(string clientId, string secret)
    {
        using var client = Client();
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret),
        ]);
        return await client.PostAsync("/connect/token", form);
    }

    public async Task<string> Token(string clientId, string secret)
    {
        using var answer = await AskForToken(clientId, secret);
        answer.EnsureSuccessStatusCode();
        return (await answer.Json()).GetProperty("access_token").GetString()!;
    }

    public async Task<HttpClient> AsOperator() => Client().As(await Token("operator", OperatorSecret));

    /// <summary>A machine client with these rights and its secret.</summary>
    public async Task<(string ClientId, string Secret)> NewClient(Role role, string street = Street, string? unit = null)
    {
        using var admin = await AsOperator();
        var clientId = $"c-{Guid.NewGuid():N}";
        using var answer = await admin.PutAsJsonAsync($"/api/admin/clients/{clientId}", Rights(role, street, unit));
        answer.EnsureSuccessStatusCode();
        return (clientId, (await answer.Json()).GetProperty("clientSecret").GetString()!);
    }

    public async Task<HttpClient> As(Role role, string street = Street, string? unit = null)
    {
        var (clientId, secret) = await NewClient(role, street, unit);
        return Client().As(await Token(clientId, secret));
    }

    public static object Rights(Role role, string street = Street, string? unit = null, bool disabled = false) =>
        new
        {
            roles = new[] { role.ToString() },
            streets = new[] { street },
            units = unit is null
            ? Array.Empty<string>()
            : [unit],
            disabled
        };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>One gateway for all tests of a class.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    internal TestGateway Gateway { get; private set; } = null!;

    internal string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Database = await Engines.FreshDatabase();
        Gateway = await TestGateway.Start(Database);
    }

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}

/// <summary>Names for files that are gone after the last test.</summary>
public sealed class Files : IDisposable
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("campaign-gateway-").FullName;

    public static string New() => Path.Combine(Folder, $"{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal static class Answers
{
    public static Task<JsonElement> Json(this HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The rule of a problem, asserted to be one.</summary>
    public static async Task<string> Rule(this HttpResponseMessage answer)
    {
        var media = answer.Content.Headers.ContentType?.MediaType;
        if (media is not "application/problem+json")
            throw new InvalidOperationException(
                $"{(int)answer.StatusCode} is no problem document but {media}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Json()).GetProperty("type").GetString()!.Split(':')[^1];
    }
}

/// <summary>The machine's clock, some time ahead.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
