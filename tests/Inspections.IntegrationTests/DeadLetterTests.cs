using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Reference;
using Campaign.Testing;
using Campaign.Web;
using MassTransit;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

public sealed class DeadLetterTests
{
    private const string Street = "990101701";
    private const string Letters = "/api/operations/inspections/dead-letters";

    [Fact]
    public async Task A_fact_that_is_refused_for_ever_waits_in_the_error_queue()
    {
        await using var service = await RelayedInspections.Ready();
        var now = TimeProvider.System.GetUtcNow();

        await service.Host.Get<IBus>().Publish(new RectificationAssigned(
            Street, Guid.CreateVersion7(), 1, Guid.CreateVersion7(), 1, TestStreet.Unit, [], null, now.AddDays(1), now));

        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 1);
        (await service.Waiting("inspections")).ShouldBe(0u);
    }

    [Theory, InlineData("\\ud83d"), InlineData("\\u0000")]
    public async Task A_text_that_no_database_keeps_goes_to_the_dead_letters_by_its_name(string escape)
    {
        await using var service = await RelayedInspections.Ready();
        using var administrator = service.Host.Client(Role.SystemAdministrator, Street);

        await service.Tell("inspections", $$"""
            {
              "messageId": "{{Guid.CreateVersion7()}}", "messageType": ["urn:message:Campaign.Contracts.Tasks:UnitRegistered"],
              "message": {
                "street": "{{Street}}", "unit": "U104", "version": 1, "name": "单位{{escape}}", "category": "居委会", "from": "2024-01-01"
              }
            }
            """);
        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 1);
        var shown = await administrator.GetFromJsonAsync<JsonElement>($"{Letters}/inspections_error");
        shown[0].GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("character-invalid");

        await Tell(service, "U105");
        await Units(service, 1);
    }

    [Fact]
    public async Task When_the_cause_is_gone_a_dead_letter_is_put_back_and_handled_once()
    {
        await using var service = await RelayedInspections.Ready();
        using var administrator = service.Host.Client(Role.SystemAdministrator, Street);
        await Execute(service, "ALTER TABLE read.known_units RENAME TO broken");
        var (first, second) = (await Tell(service, "U101"), await Tell(service, "U102"));
        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 2);

        (await administrator.GetFromJsonAsync<JsonElement>(Letters))[0].GetProperty("messages").GetInt32().ShouldBe(2);
        var shown = (await administrator.GetFromJsonAsync<JsonElement>($"{Letters}/inspections_error")).EnumerateArray().ToList();
        shown.Select(letter => letter.GetProperty("id").GetGuid()).ShouldBe([first, second], ignoreOrder: true);
        shown.ShouldAllBe(letter => letter.GetProperty("type").GetString()!.Contains("UnitRegistered", StringComparison.Ordinal));
        shown.ShouldAllBe(letter => letter.GetProperty("reason").GetString()!.Contains("known_units", StringComparison.Ordinal));
        shown.Exists(letter => letter.TryGetProperty("body", out _)).ShouldBeFalse();
        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 2, "what was shown comes back");

        await Execute(service, "ALTER TABLE read.broken RENAME TO known_units");
        (await Redrive(administrator, new { messageIds = new[] { second } })).ShouldBe(1);
        await Units(service, 1);
        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 1, "nobody asked for the other one");
        (await Redrive(administrator, new { })).ShouldBe(1);
        await Units(service, 2);
        (await service.Waiting("inspections_error")).ShouldBe(0u);
        (await Redrive(administrator, new { })).ShouldBe(0);
        (await Scalar(service, "SELECT count(*) FROM mt_events WHERE type = 'unit_noted'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_body_is_shown_where_it_is_asked_for_and_another_queue_not_at_all()
    {
        await using var service = await RelayedInspections.Ready();
        using var administrator = service.Host.Client(Role.SystemAdministrator, Street);
        await Execute(service, "ALTER TABLE read.known_units RENAME TO broken");
        await Tell(service, "U103");
        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 1);

        var shown = await administrator.GetFromJsonAsync<JsonElement>($"{Letters}/inspections_error?body=true");
        shown[0].GetProperty("body").GetString().ShouldNotBeNull().ShouldContain("U103");
        using var foreign = await administrator.GetAsync($"{Letters}/tasks_error");
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        service.Broker.Cut();
        using var away = await administrator.GetAsync(Letters);
        away.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<Guid> Tell(RelayedInspections service, string unit)
    {
        var id = Guid.CreateVersion7();
        await service.Host.Get<IBus>().Publish(
            new UnitRegistered(Street, unit, 1, $"单位{unit}", "居委会", new(2024, 1, 1), null), context => context.MessageId = id);
        return id;
    }

    private static async Task<int> Redrive(HttpClient administrator, object order)
    {
        using var answer = await administrator.PostAsJsonAsync($"{Letters}/inspections_error/redrive", order);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("redriven").GetInt32();
    }

    private static Task Units(RelayedInspections service, int count) =>
        Eventually.Becomes(async () => (await service.Host.Get<KnownUnits>().All(Street, default)).Count, known => known == count);

    private static async Task Execute(RelayedInspections service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.Surroundings.Database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Scalar(RelayedInspections service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.Surroundings.Database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
