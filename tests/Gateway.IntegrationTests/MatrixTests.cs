using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>The gateway's own routes and those that it forwards: role × route × token, by tokens of its own.</summary>
public sealed class MatrixTests
{
    [Fact]
    public async Task Every_route_lets_in_exactly_the_roles_it_names()
    {
        const string nobodyThere = "http://127.0.0.1:9";
        await using var gateway = await TestGateway.Start(
            await Engines.FreshDatabase(),
            new[] { "tasks", "inspections", "scoring", "integration" }.ToDictionary(
                service => $"services:{service}:http:0", _ => (string?)nobodyThere, StringComparer.Ordinal));
        using var tokens = await Tokens.Of(gateway);
        using var client = gateway.Client();

        var matrix = await RouteGuards.Walk(gateway.Services.GetRequiredService<EndpointDataSource>(), client, tokens);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"gateway: {matrix.Operations.Count} routes, {tokens.Roles.Count} roles, {matrix.Probes} probes");
        matrix.Wrong.ShouldBeEmpty();
        // Who signs in has no token yet.
        (await OpenApi.Operations("gateway")).Except(matrix.Operations, StringComparer.Ordinal)
            .ShouldBe(["POST /connect/token", "POST /account/login"]);
    }

    private sealed class Tokens : IRoleTokens, IDisposable
    {
        private readonly Dictionary<(Role, string), string> good = [];
        private readonly TestIdentity stranger = new();

        public static async Task<Tokens> Of(TestGateway gateway)
        {
            var tokens = new Tokens();
            foreach (var role in tokens.Roles)
            {
                var (clientId, secret) = await gateway.NewClient(role, unit: "unit-7");
                tokens.good[(role, TestGateway.Street)] = await gateway.Token(clientId, secret);
            }
            return tokens;
        }

        /// <summary>Nobody can be given the one that was divided into three.</summary>
        public IReadOnlyCollection<Role> Roles { get; } = [.. Enum.GetValues<Role>().Except([Role.Administrator])];

        public string Token(Role role, string street) => good[(role, street)];

        public IEnumerable<(string What, string Token)> Bad(Role role, string street) =>
            stranger.Bad(role, street).Append(("a token for services", stranger.Token(role, street)));

        public void Dispose() => stranger.Dispose();
    }
}
