using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Audit;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>What is kept, what is left out, who reads it, and that a change of it shows.</summary>
public sealed class AuditTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task Signing_in_failing_and_being_locked_are_kept_with_address_and_outcome()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = gateway.Client();
        for (var guess = 0; guess < 5; guess++) await browser.Login(name, "wrong");
        using var other = await gateway.SignedIn(Role.Inspector);
        var (locked, me) = (await Id(name), (await other.Me()).GetProperty("id").GetString());

        var failures = await Kept($"target={locked}&action=SignIn");
        var successes = await Kept($"actor={me}&action=SignIn");

        failures.Select(entry => Text(entry, "outcome")).ShouldBe(["Locked", "Refused", "Refused", "Refused", "Refused"]);
        failures.ShouldAllBe(entry => Text(entry, "actor") == AuditEvent.Nobody && Text(entry, "address") == "127.0.0.1");
        Text(successes.ShouldHaveSingleItem(), "outcome").ShouldBe("Done");
    }

    [Fact]
    public async Task What_was_typed_for_a_name_or_a_client_that_does_not_exist_is_not_kept()
    {
        var typed = $"secret-{Guid.NewGuid():N}";
        using var browser = gateway.Client();
        await browser.Login(typed, typed);
        await gateway.AskForToken(typed, typed);

        (await Kept("limit=20")).ShouldAllBe(entry => !entry.ToString().Contains(typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tokens_accounts_clients_rights_links_and_secrets_are_kept_with_who_did_it()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        await gateway.Token(clientId, secret);
        await gateway.AskForToken(clientId, "wrong");
        var name = await gateway.NewAccount(Role.Inspector);
        using var admin = await gateway.AsOperator();
        await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.Leader));
        await admin.PostAsync($"/api/admin/accounts/{name}/password-link", null);
        await admin.PostAsync($"/api/admin/clients/{clientId}/secret", null);

        (await Actions($"target=client:{clientId}")).ShouldBe(["SecretRotated", "ClientCreated"]);
        (await Kept($"actor=client:{clientId}")).Select(entry => $"{Text(entry, "action")} {Text(entry, "outcome")}")
            .ShouldBe(["TokenIssued Refused", "TokenIssued Done"]);
        (await Actions($"target={await Id(name)}")).ShouldBe(["PasswordLinkIssued", "RightsChanged", "AccountCreated"]);
        (await Kept($"target={await Id(name)}")).ShouldAllBe(entry => Text(entry, "actor") == "client:operator");
    }

    [Fact]
    public async Task A_repeat_that_changes_nothing_is_not_kept_and_a_refusal_is()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var admin = await gateway.AsOperator();
        await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", People.AccountOf(Role.Inspector));
        using var officer = await gateway.As(Role.StreetOffice);
        await officer.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.DistrictOffice));

        (await Actions($"target={await Id(name)}")).ShouldBe(["AccountCreated"]);
        var refused = (await Kept($"target=PUT%20/api/admin/accounts/{name}")).ShouldHaveSingleItem();
        Text(refused, "outcome").ShouldBe("Refused");
        refused.GetProperty("status").GetInt32().ShouldBe(403);
    }

    [Fact]
    public async Task Exports_evidence_and_personal_data_are_kept_with_the_outcome_before_they_are_handed_out()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings, app =>
        {
            app.MapGet("/api/streets/{street}/findings/export", () => "a sheet").AllowAnonymous();
            app.MapGet("/api/streets/{street}/evidence/{id}", (string id) => id is "gone" ? Results.NotFound() : Results.Text("a photo"))
                .AllowAnonymous();
            app.MapGet("/api/streets/{street}/posts", () => "names").AllowAnonymous();
            app.MapGet("/api/streets/{street}/bulletins/1", () => Results.Bytes([1], "application/pdf")).AllowAnonymous();
            app.MapGet("/api/streets/{street}/plans", () => "no names").AllowAnonymous();
        });
        var settings = new[] { "tasks", "inspections", "scoring" }.ToDictionary(
            name => $"services:{name}:http:0", string? (_) => service.Address.ToString(), StringComparer.Ordinal);
        await using var before = await TestGateway.Start(await Engines.FreshDatabase(), settings);
        using var caller = await before.As(Role.StreetOffice);

        foreach (var path in new[] { "findings/export", "evidence/1", "evidence/gone", "posts", "bulletins/1", "plans" })
            (await caller.GetAsync($"/api/streets/{TestGateway.Street}/{path}")).Headers.ShouldNotBeNull();

        using var auditor = await before.As(Role.AuditAdministrator);
        var kept = await Kept(auditor, "limit=50");
        kept.Where(entry => Text(entry, "target")?.StartsWith("GET /api/streets", StringComparison.Ordinal) is true)
            .Select(entry => $"{Text(entry, "action")} {Text(entry, "target")!.Split('/', 5)[4]} {Text(entry, "outcome")}").Reverse()
            .ShouldBe(
            [
                "Export findings/export Done", "EvidenceRead evidence/1 Done", "EvidenceRead evidence/gone Refused",
                "PersonalDataRead posts Done", "Export bulletins/1 Done",
            ]);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_handed_out()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings, app =>
            app.MapGet("/api/streets/{street}/evidence/1", () => "a photo").AllowAnonymous());
        var database = await Engines.FreshDatabase();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:inspections:http:0"] = service.Address.ToString(),
        };
        await using var closed = await TestGateway.Start(database, settings);
        using var caller = await closed.As(Role.StreetOffice);
        var path = $"/api/streets/{TestGateway.Street}/evidence/1";
        (await caller.GetStringAsync(path)).ShouldContain("a photo");
        await UpgradeTests.Run(database, "ALTER TABLE audit ADD CONSTRAINT closed CHECK (\"Action\" <> 'EvidenceRead') NOT VALID");

        using var answer = await caller.GetAsync(path);

        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("a photo");
    }

    [Fact]
    public async Task Filters_and_pages_lead_through_all_of_it_once()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        for (var time = 0; time < 5; time++) (await gateway.SignedIn(name)).Dispose();
        using var auditor = await gateway.As(Role.AuditAdministrator);
        var id = await Id(name);

        var seen = new List<long>();
        for (var page = $"/api/audit?actor={id}&limit=2"; page.Length > 0;)
        {
            using var answer = await auditor.GetAsync(page);
            var items = (await answer.Json()).GetProperty("items").EnumerateArray();
            seen.AddRange(items.Select(entry => entry.GetProperty("sequence").GetInt64()));
            page = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : "";
        }

        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.OrderDescending().Distinct());
        (await Kept(auditor, $"actor={id}&outcome=Refused")).ShouldBeEmpty();
        (await Kept(auditor, $"actor={id}&from=2099-01-01T00:00:00%2B08:00")).ShouldBeEmpty();
        (await Kept(auditor, $"actor={id}&until=2099-01-01T00:00:00%2B08:00")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Many_at_once_are_one_unbroken_chain()
    {
        await using var two = await TestGateway.Start(fixture.Database);
        var logs = new[] { gateway, two }.Select(instance => instance.Services.GetRequiredService<AuditLog>()).ToList();
        var mark = $"mark {Guid.NewGuid():N}";

        await Task.WhenAll(Enumerable.Range(0, 300).Select(no => logs[no % 2].Append(
            new(AuditAction.Operation, AuditOutcome.Done, 200, "client:x", null, mark, $"{no}", null))));

        using var auditor = await gateway.As(Role.AuditAdministrator);
        (await Kept(auditor, $"target={Uri.EscapeDataString(mark)}&limit=500")).Count.ShouldBe(300);
        (await auditor.GetFromJsonAsync<JsonElement>("/api/audit/verification")).GetProperty("intact").GetBoolean().ShouldBeTrue();
    }

    private async Task<string> Id(string userName)
    {
        using var admin = await gateway.AsOperator();
        return (await admin.GetFromJsonAsync<JsonElement>($"/api/admin/accounts/{userName}")).GetProperty("id").GetString()!;
    }

    private async Task<IEnumerable<string?>> Actions(string filter) => (await Kept(filter)).Select(entry => Text(entry, "action"));

    private async Task<IReadOnlyList<JsonElement>> Kept(string filter)
    {
        using var auditor = await gateway.As(Role.AuditAdministrator);
        return await Kept(auditor, filter);
    }

    private static async Task<IReadOnlyList<JsonElement>> Kept(HttpClient auditor, string filter) =>
        [.. (await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?{filter}")).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var text) ? text.GetString() : null;
}
