using Campaign.Contracts.Tasks;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Inspections.IntegrationTests;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_fact_that_is_refused_for_ever_waits_in_the_error_queue()
    {
        await using var service = await RelayedInspections.Ready();
        var now = TimeProvider.System.GetUtcNow();

        await service.Host.Get<IBus>().Publish(new RectificationAssigned(
            "990101701", Guid.CreateVersion7(), 1, Guid.CreateVersion7(), 1, TestStreet.Unit, [], null, now.AddDays(1), now));

        await Eventually.Becomes(() => service.Waiting("inspections_error"), count => count == 1);
        (await service.Waiting("inspections")).ShouldBe(0u);
    }
}
