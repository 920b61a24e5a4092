using Aspire.Hosting.ApplicationModel;
using Campaign.AppHost.Running;

namespace Campaign.AppHost.Tests;

public sealed class RestartsSpecs
{
    private const string Id = "tasks-abcdefgh";

    private readonly Restarts restarts = new();
    private DateTimeOffset now = new(2024, 9, 2, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void What_dies_is_started_again_after_pauses_that_grow_to_half_a_minute()
    {
        var pauses = Enumerable.Range(0, 7).Select(_ =>
        {
            Goes(KnownResourceStates.Starting, KnownResourceStates.Running);
            return Goes(KnownResourceStates.Exited);
        });

        pauses.ShouldBe([.. new[] { 1, 2, 4, 8, 16, 30, 30 }.Select(seconds => (TimeSpan?)TimeSpan.FromSeconds(seconds))]);
    }

    [Fact]
    public void A_minute_without_trouble_begins_from_the_shortest_pause_again()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Exited);
        Goes(KnownResourceStates.Starting, KnownResourceStates.Running, KnownResourceStates.Exited).ShouldBe(TimeSpan.FromSeconds(2));
        Goes(KnownResourceStates.Starting, KnownResourceStates.Running);
        now += TimeSpan.FromSeconds(61);

        Goes(KnownResourceStates.Exited).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void What_somebody_stops_stays_stopped()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Stopping, KnownResourceStates.Exited, KnownResourceStates.Finished)
            .ShouldBeNull();
        restarts.IsDue(Id).ShouldBeFalse();
    }

    [Fact]
    public void What_somebody_stops_and_starts_is_watched_over_again()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Stopping, KnownResourceStates.Exited, KnownResourceStates.Starting,
            KnownResourceStates.Running);

        Goes(KnownResourceStates.Exited).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void One_death_that_is_told_several_times_is_one_death()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Exited);

        Goes(KnownResourceStates.Exited).ShouldBeNull();
        Goes(KnownResourceStates.Finished).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_started_is_tried_again()
    {
        Goes(KnownResourceStates.Starting, KnownResourceStates.FailedToStart).ShouldBe(TimeSpan.FromSeconds(1));
        Goes(KnownResourceStates.Starting, KnownResourceStates.FailedToStart).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_restart_is_due_until_somebody_was_quicker()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Exited);
        restarts.IsDue(Id).ShouldBeTrue();

        Goes(KnownResourceStates.Starting);

        restarts.IsDue(Id).ShouldBeFalse();
    }

    [Fact]
    public void Instances_die_each_by_itself()
    {
        Goes(KnownResourceStates.Running, KnownResourceStates.Exited);
        restarts.After("tasks-ijklmnop", KnownResourceStates.Running, now);

        restarts.After("tasks-ijklmnop", KnownResourceStates.Exited, now).ShouldBe(TimeSpan.FromSeconds(1));
    }

    /// <returns>What follows from the last of the states.</returns>
    private TimeSpan? Goes(params string[] states) => states.Select(state => restarts.After(Id, state, now)).ToList()[^1];
}
