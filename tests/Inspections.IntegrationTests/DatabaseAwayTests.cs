using System.Diagnostics;
using System.Net;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using MassTransit;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>PostgreSQL is not there, or goes while the service runs.</summary>
public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_service_without_its_database_waits_and_says_for_what()
    {
        await using var service = await RelayedInspections.Create();
        service.Broker.Join();

        var starting = service.Start();
        await service.Log.Says("Waiting for PostgreSQL at 127.0.0.1:");
        await service.Database.TurnedAway;
        starting.IsCompleted.ShouldBeFalse();

        service.Database.Join();
        await starting;
        await service.Host.Ready();
    }

    [Fact]
    public async Task What_was_refused_without_a_database_is_done_once_when_it_is_back()
    {
        await using var service = await RelayedInspections.Ready();
        await using var heard = await FactsHeard.Listen(service.Surroundings);
        var street = await TestStreet.Create(service.Host, "990101501");
        var before = await street.Record();

        service.Database.Cut();
        await IsRefused(street, "k-1");
        (await service.Health()).Status.ShouldBe(503);
        service.Database.Join();
        var during = await street.Record("k-1");
        (await street.Record("k-1")).ShouldBe(during);
        var after = await street.Record();

        await ShouldHaveAllOnce(street, heard, before, during, after);
    }

    [Fact]
    public async Task A_database_that_falls_silent_is_given_up()
    {
        await using var service = await RelayedInspections.Ready();
        var street = await TestStreet.Create(service.Host, "990101502");

        service.Database.HoldAnswers();
        await IsRefused(street, key: null);
        service.Database.Cut();
        service.Database.Join();

        await street.Record();
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_by_the_repeat()
    {
        await using var service = await RelayedInspections.Ready();
        await using var heard = await FactsHeard.Listen(service.Surroundings);
        var street = await TestStreet.Create(service.Host, "990101503");
        var before = await street.Record();

        await LoseTheAnswerToTheCommit(service, street, "k-2");
        service.Database.Join();
        using (var early = await street.Post("findings", TestStreet.Finding(), key: "k-2"))
            await early.ShouldBeProblem(HttpStatusCode.Conflict, "request-in-flight");
        service.Clock.Ahead = TimeSpan.FromMinutes(2);
        var during = await street.Record("k-2");
        var after = await street.Record();

        await ShouldHaveAllOnce(street, heard, before, during, after);
    }

    [Fact]
    public async Task A_fact_that_finds_no_database_is_kept_until_it_is_back()
    {
        await using var service = await RelayedInspections.Ready();
        var street = await TestStreet.Create(service.Host, "990101504");
        var finding = await street.Record();
        var now = TimeProvider.System.GetUtcNow();

        service.Database.Cut();
        await service.Host.Get<IBus>().Publish(new RectificationAssigned(
            street.Code, finding, 1, Guid.CreateVersion7(), 1, TestStreet.Unit, [], null, now.AddDays(1), now));
        await service.Log.Says("R-RETRY");
        // By then a fact that is refused has long been given up.
        await service.Log.Says("Subscription publisher lost its connection", times: 5);
        service.Database.Join();

        await Eventually.Becomes(
            async () => (await street.Get($"findings/{finding}")).GetProperty("status").GetString(), status => status == "Routed");
        (await service.Waiting("inspections_error")).ShouldBe(0u);
    }

    private static async Task IsRefused(TestStreet street, string? key)
    {
        var asked = Stopwatch.StartNew();
        using var answer = await street.Post("findings", TestStreet.Finding(), key: key);
        asked.Elapsed.ShouldBeLessThan(Soon);
        await answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "database-unavailable");
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    /// <summary>Holds the append back until nothing can answer any more, and lets it commit then.</summary>
    private static async Task LoseTheAnswerToTheCommit(RelayedInspections service, TestStreet street, string key)
    {
        await using var connection = new NpgsqlConnection(service.Surroundings.Database);
        await connection.OpenAsync();
        var register = CaseRegister.Stream(street.Code, ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).Year);
        await using var holding = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "SELECT 1 FROM public.mt_streams WHERE tenant_id = @Tenant AND id = @Id FOR UPDATE", new { register.Tenant, register.Id });
        var asking = IsRefused(street, key);
        // Another one: within a transaction pg_stat_activity stays as it was first seen.
        await using var watching = new NpgsqlConnection(service.Surroundings.Database);
        await Eventually.Holds(() => watching.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"));
        service.Database.HoldAnswers();
        await holding.RollbackAsync();
        await Eventually.Holds(() => connection.ExecuteScalarAsync<bool>(
            "SELECT version = 2 FROM public.mt_streams WHERE tenant_id = @Tenant AND id = @Id", new { register.Tenant, register.Id }));
        service.Database.Cut();
        await asking;
    }

    private static async Task ShouldHaveAllOnce(TestStreet street, FactsHeard heard, params Guid[] findings)
    {
        var ledger = (await street.Get("findings")).GetProperty("items").EnumerateArray()
            .Select(f => f.GetProperty("caseNumber").GetString());
        ledger.Order()
            .ShouldBe(Enumerable.Range(1, findings.Length)
                .Select(n => $"{street.Code}-{ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).Year}-{n:D6}"));
        await heard.HasOneOfEach(findings);
    }
}
