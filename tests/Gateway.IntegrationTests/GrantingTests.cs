using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>三权分立: who may give which rights to whom.</summary>
public sealed class GrantingTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task The_system_administrator_opens_and_closes_accounts_and_gives_no_rights()
    {
        using var system = await gateway.As(Role.SystemAdministrator, "*");
        var name = $"u{Guid.NewGuid():N}";
        var path = $"/api/admin/accounts/{name}";
        (await system.PutAsJsonAsync(path, new { post = "督查员" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await (await system.PutAsJsonAsync(path, TestGateway.Rights(Role.Inspector))).Rule()).ShouldBe("security-administrator-needed");
        (await (await system.PostAsync($"{path}/password-link", null)).Rule()).ShouldBe("role-not-allowed");
        (await system.PutAsJsonAsync(path, new { post = "督查员", disabled = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await system.PutAsJsonAsync(path, new { post = "督查员" })).Rule()).ShouldBe("security-administrator-needed");
    }

    [Fact]
    public async Task The_system_administrator_makes_no_client_with_rights()
    {
        using var system = await gateway.As(Role.SystemAdministrator, "*");
        var path = $"/api/admin/clients/c-{Guid.NewGuid():N}";

        (await (await system.PutAsJsonAsync(path, TestGateway.Rights(Role.Integration))).Rule()).ShouldBe("security-administrator-needed");
        (await system.PutAsJsonAsync(path, new { description = "热线" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await (await system.PostAsync($"{path}/secret", null)).Rule()).ShouldBe("role-not-allowed");
    }

    [Theory]
    [InlineData(Role.Inspector, TestGateway.Street, null)]
    [InlineData(Role.Inspector, TestGateway.OtherStreet, "rights-beyond-own")]
    [InlineData(Role.Inspector, "*", "rights-beyond-own")]
    [InlineData(Role.DistrictOffice, TestGateway.Street, "rights-beyond-own")]
    [InlineData(Role.AuditAdministrator, TestGateway.Street, "rights-beyond-own")]
    public async Task Nobody_grants_beyond_his_streets(Role role, string street, string? rule)
    {
        using var security = await gateway.As(Role.SecurityAdministrator);

        using var answer = await security.PutAsJsonAsync($"/api/admin/accounts/u{Guid.NewGuid():N}", People.AccountOf(role, street));

        if (rule is null) answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        else (await answer.Rule()).ShouldBe(rule);
    }

    [Fact]
    public async Task Nobody_takes_over_an_account_that_reaches_beyond_his_own()
    {
        var office = await gateway.NewAccount(Role.DistrictOffice, "*");
        using var security = await gateway.As(Role.SecurityAdministrator);
        var path = $"/api/admin/accounts/{office}";

        (await (await security.PutAsJsonAsync(path, TestGateway.Rights(Role.Inspector))).Rule()).ShouldBe("rights-beyond-own");
        (await (await security.PostAsync($"{path}/password-link", null)).Rule()).ShouldBe("rights-beyond-own");
        (await (await security.DeleteAsync($"{path}/second-factor")).Rule()).ShouldBe("rights-beyond-own");
    }

    [Fact]
    public async Task Nobody_changes_his_own_rights()
    {
        var name = await gateway.NewAccount(Role.SecurityAdministrator, "*");
        using var security = await gateway.SignedIn(name, Role.SecurityAdministrator);

        using var answer = await security.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.SystemAdministrator, "*"));

        (await answer.Rule()).ShouldBe("own-rights");
    }

    [Theory]
    [InlineData("SystemAdministrator", "SecurityAdministrator", "administrator-roles-apart")]
    [InlineData("AuditAdministrator", "StreetOffice", "administrator-roles-apart")]
    [InlineData("Administrator", "Administrator", "role-retired")]
    public async Task Administrators_are_three_persons_who_do_no_business(string one, string other, string rule)
    {
        using var admin = await gateway.AsOperator();

        using var answer = await admin.PutAsJsonAsync(
            $"/api/admin/accounts/u{Guid.NewGuid():N}", new { roles = new[] { one, other }, streets = new[] { "*" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Json()).GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe(rule);
    }

    [Fact]
    public async Task The_last_administrator_of_a_kind_stays()
    {
        await using var fresh = await TestGateway.Start(await Engines.FreshDatabase());
        using var admin = await fresh.AsOperator();
        var name = await fresh.NewAccount(Role.SecurityAdministrator, "*");

        using var answer = await admin.PutAsJsonAsync(
            $"/api/admin/accounts/{name}", TestGateway.Rights(Role.SecurityAdministrator, "*", disabled: true));

        (await answer.Rule()).ShouldBe("last-administrator");
    }
}
