using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>What the gateway answers itself, beside what it passes on.</summary>
public sealed class OwnRouteTests(RoutingFixture fixture) : IClassFixture<RoutingFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task The_documents_of_all_services_are_one_and_say_what_is_missing()
    {
        using var client = gateway.Client();
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldContain("/api/streets/{street}/units");
        paths.ShouldContain("/connect/token");
        paths.ShouldContain("/api/admin/accounts/{userName}");
        var put = document.GetProperty("paths").GetProperty("/api/streets/{street}/units/{unit}").GetProperty("put");
        // The street is read by the guard alone, and a parameter all the same.
        put.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .ShouldBe(["street", "unit"], ignoreOrder: true);
        put.TryGetProperty("requestBody", out _).ShouldBeFalse("the caller is no parameter");
        document.GetProperty("x-missing-services").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(["inspections", "scoring", "integration"]);
        (await client.GetStringAsync("/docs/index.html")).ShouldContain("创卫平台接口");
    }

    [Fact]
    public async Task Only_administrators_administer()
    {
        UnguardedRoutes.In(gateway.Services.GetRequiredService<EndpointDataSource>()).ShouldBeEmpty();
        foreach (var role in Enum.GetValues<Role>().Except([Role.Administrator]))
        {
            using var client = await gateway.As(role, unit: "unit-7");
            var isAdministrator = role is Role.SystemAdministrator or Role.SecurityAdministrator;
            await Expect(client, isAdministrator, "/api/admin/accounts", role);
            await Expect(client, isAdministrator, "/api/admin/clients", role);
            await Expect(client, role is Role.AuditAdministrator, "/api/audit", role);
        }

        static async Task Expect(HttpClient client, bool allowed, string path, Role role)
        {
            using var answer = await client.GetAsync(path);
            if (allowed) answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{role} {path}");
            else (await answer.Rule()).ShouldBe("role-not-allowed", $"{role} {path}");
        }
    }
}
