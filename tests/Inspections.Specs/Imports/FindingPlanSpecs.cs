using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Imports;

public sealed class FindingPlanSpecs
{
    [Fact]
    public void A_case_has_the_events_it_would_have_had_here_at_its_own_times()
    {
        var events = Plan(Recording, Routing, Reporting, Rejecting, Step(7, "report"), StrikingOff).Events;

        events.Select(e => e.GetType()).ShouldBe(
        [
            typeof(FindingRecorded), typeof(FindingRouted), typeof(RectificationReported), typeof(RectificationRejected),
            typeof(RectificationReported), typeof(FindingStruckOff),
        ]);
        events[0].ShouldBeOfType<FindingRecorded>().FromLedger.ShouldBeTrue();
        events[1].ShouldBeOfType<FindingRouted>()
            .ShouldSatisfyAllConditions(r => r.Unit.ShouldBe(Unit), r => r.Due.ShouldBe(Due), r => r.At.ShouldBe(Routing.At!.Value));
        events[3].ShouldBeOfType<RectificationRejected>().Reason.ShouldBe("仍有残留");
        events[5].ShouldBeOfType<FindingStruckOff>().At.ShouldBe(StrikingOff.At!.Value);
    }

    [Fact]
    public void Struck_off_late_it_was_overdue_before() =>
        Types(Recording, Routing, Reporting, Step(72, "strikeOff"))
            .ShouldBe(["FindingRecorded", "FindingRouted", "RectificationReported", "FindingBecameOverdue", "FindingStruckOff"]);

    [Fact]
    public void Still_open_after_its_deadline_it_is_overdue() =>
        Types(Recording, Routing).ShouldBe(["FindingRecorded", "FindingRouted", "FindingBecameOverdue"]);

    [Fact]
    public void Extended_in_time_it_is_overdue_only_by_the_later_deadline()
    {
        var events = Plan(Recording, Routing, Step(2, "extend") with { Due = Due.AddDays(1) }, Reporting, Step(96, "strikeOff")).Events;
        events.OfType<FindingBecameOverdue>().Single().Due.ShouldBe(Due.AddDays(1));
    }

    [Fact]
    public void A_relapse_waits_for_routing_in_a_second_round()
    {
        var events = Plan(Recording, Routing, Reporting, StrikingOff, Relapsing).Events;
        events[^1].ShouldBeOfType<FindingRelapsed>().ShouldSatisfyAllConditions(r => r.Round.ShouldBe(2), r => r.Unit.ShouldBe(Unit));
    }

    [Fact]
    public void A_second_round_may_run_to_its_end()
    {
        var events = Plan(
            Recording, Routing, Reporting, StrikingOff, Relapsing, Step(201, "route") with { Unit = "U010", Due = Morning.AddHours(240) },
            Step(210, "report"), Step(220, "strikeOff")).Events;
        events[^1].ShouldBeOfType<FindingStruckOff>().ShouldSatisfyAllConditions(s => s.Round.ShouldBe(2), s => s.Unit.ShouldBe("U010"));
    }

    [Fact]
    public void Times_are_kept_as_local_time_whatever_offset_the_file_has()
    {
        var utc = Recording with { At = Recording.At!.Value.ToUniversalTime() };
        Plan(utc).Events[0].ShouldBeOfType<FindingRecorded>().At.Offset.ShouldBe(TimeSpan.FromHours(8));
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "record-first", "/timeline/0/do" }, { "step-not-allowed", "/timeline/1/do" }, { "step-unknown", "/timeline/1/do" },
        { "timeline-out-of-order", "/timeline/2/at" }, { "time-in-future", "/timeline/1/at" }, { "due-missing", "/timeline/1/due" },
        { "due-before-routing", "/timeline/1/due" }, { "due-not-later", "/timeline/2/due" }, { "unit-unknown", "/timeline/1/unit" },
        { "merge-target-unknown", "/timeline/1/into" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_cannot_have_been_is_refused_where_it_stands(string rule, string pointer)
    {
        var refusal = Plan(rule switch
        {
            "record-first" => [Routing, Reporting],
            "step-not-allowed" => [Recording, StrikingOff],
            "step-unknown" => [Recording, Step(1, "close")],
            "timeline-out-of-order" => [Recording, Routing, Step(0.5, "report")],
            "time-in-future" => [Recording, Routing with { At = Now.AddMinutes(6), Due = Now.AddDays(1) }],
            "due-missing" => [Recording, Routing with { Due = null }],
            "due-before-routing" => [Recording, Routing with { Due = Routing.At }],
            "due-not-later" => [Recording, Routing, Step(2, "extend") with { Due = Due }],
            "unit-unknown" => [Recording, Routing with { Unit = "U999" }],
            _ => [Recording, Step(1, "merge") with { Into = "C-99" }],
        }).Refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Pointer).ShouldBe((rule, pointer));
    }

    [Fact]
    public void A_clock_that_is_a_little_fast_is_forgiven() => Plan(Recording with { At = Now.AddMinutes(4) }).Refusal.ShouldBeNull();

    [Fact]
    public void A_case_may_be_merged_into_another_of_the_ledger() =>
        Plan(Recording, Step(1, "merge") with { Into = "C-2" }).Events[^1].ShouldBeOfType<FindingMerged>().Into.ShouldBe(
            LedgerIds.Finding(Street, "C-2").Id);

    [Fact]
    public void A_case_cannot_be_merged_into_itself() =>
        Plan(Recording, Step(1, "merge") with { Into = "C-1" }).Refusal.ShouldNotBeNull().Rule.ShouldBe("merge-target-unknown");

    private static IEnumerable<string> Types(params LedgerStep[] timeline) => Plan(timeline).Events.Select(e => e.GetType().Name);
}
