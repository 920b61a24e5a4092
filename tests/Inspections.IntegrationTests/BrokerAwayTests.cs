using System.Net;
using Campaign.EventStore;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>RabbitMQ is not there, or goes while the service runs: the stream is the outbox, so work goes on.</summary>
public sealed class BrokerAwayTests
{
    [Fact]
    public async Task A_service_that_has_not_met_the_broker_is_alive_and_takes_commands_but_is_not_ready()
    {
        await using var service = await RelayedInspections.Create();
        await using (var earlier = service.Surroundings.Start<Program>("inspections"))
        {
            await earlier.Ready();
            await TestStreet.Create(earlier, "990101601");
        }
        await using var heard = await FactsHeard.Listen(service.Surroundings);

        service.Database.Join();
        await service.Start();
        using (var client = service.Host.CreateClient()) (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await service.Health()).ShouldSatisfyAllConditions(h => h.Status.ShouldBe(503), h => h.Text.ShouldContain("RabbitMQ"));
        var findings = await new TestStreet(service.Host, "990101601").RecordMany(3);

        service.Broker.Join();
        await service.Host.Ready();
        await heard.HasOneOfEach(findings);
    }

    [Fact]
    public async Task A_service_that_has_lost_the_broker_stays_ready_and_tells_everything_later()
    {
        await using var service = await RelayedInspections.Ready();
        await using var heard = await FactsHeard.Listen(service.Surroundings);
        var street = await TestStreet.Create(service.Host, "990101602");
        var before = await street.RecordMany(1);

        service.Broker.Cut();
        var during = await street.RecordMany(20);
        var health = await Eventually.Becomes(service.Health, h => h.Text.Contains("Degraded", StringComparison.Ordinal));
        health.Status.ShouldBe(200);
        service.Broker.Join();
        var after = await street.RecordMany(1);

        await heard.HasOneOfEach([.. before, .. during, .. after]);
        await Eventually.Becomes(() => Position(service), p => p.LagEvents == 0);
    }

    [Fact]
    public async Task A_fact_whose_confirm_was_lost_comes_again_as_the_same_message()
    {
        await using var service = await RelayedInspections.Ready();
        await using var heard = await FactsHeard.Listen(service.Surroundings);
        var street = await TestStreet.Create(service.Host, "990101603");
        await street.RecordMany(1);
        var confirmed = await Eventually.Becomes(() => Position(service), p => p.LagEvents == 0);

        service.Broker.HoldAnswers();
        var finding = await street.RecordMany(1);
        await heard.HasOneOfEach(finding);
        (await Position(service)).Position.ShouldBe(confirmed.Position);
        service.Broker.Cut();
        service.Broker.Join();

        await Eventually.Becomes(() => Position(service), p => p.LagEvents == 0);
        await Eventually.Becomes(() => Task.FromResult(heard.Deliveries(finding[0])), times => times == 2);
        await heard.HasOneOfEach(finding);
    }

    private static async Task<SubscriptionStatus> Position(RelayedInspections service) =>
        (await service.Host.Get<SubscriptionStatuses>().Read(default)).Single(s => s.Name == "publisher");
}
