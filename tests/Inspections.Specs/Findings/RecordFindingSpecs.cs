using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class RecordFindingSpecs
{
    private static readonly RecordFinding Record = new("0110", null, "垃圾", new ReportedPlace(117.2, 33.6), Before, null, Morning);

    private static readonly RecordingContext Context = new(
        Place.Of(Record.Place, null), new(4, new FindingCategory("0110", "暴露生活垃圾", null, null, null, Severity: Severity.Major)),
        [new(Guid.CreateVersion7(), "990101001-2024-000002", FindingStatus.Routed, 1, StruckOffAt: null)]);

    [Fact]
    public void It_is_recorded_with_its_proposals_and_the_version_of_its_category()
    {
        var events = Record.Decide(Context).Events;
        events[0].ShouldBeOfType<FindingRecorded>().ShouldSatisfyAllConditions(
            e => e.Severity.ShouldBe(Severity.Major), e => e.CategoryVersion.ShouldBe(4));
        events[1].ShouldBeOfType<DuplicateProposed>();
    }

    [Fact]
    public void What_the_reporter_says_comes_before_what_the_category_usually_has() =>
        (Record with { Severity = Severity.Minor })
            .Decide(Context).Events[0].ShouldBeOfType<FindingRecorded>().Severity.ShouldBe(Severity.Minor);

    [Fact]
    public void A_category_that_is_not_in_the_list_is_refused() => Refused(Context with { Category = null }, FindingRules.CategoryUnknown);

    [Fact]
    public void A_photo_that_was_not_uploaded_is_refused() =>
        Refused(Context with { MissingPhoto = EvidenceRules.Unknown }, EvidenceRules.Unknown);

    [Fact]
    public void It_gets_its_number_with_the_append()
    {
        var decided = Record.Decide(Context).Events;
        var opening = FindingOpening.Of(Guid.Empty, decided, cause: null);
        opening.Year.ShouldBe(2024);
        opening.Events(Number).ShouldBe([((FindingRecorded)decided[0]) with { CaseNumber = Number }, .. decided.Skip(1)]);
    }

    private static void Refused(RecordingContext context, Refusal rule)
    {
        var decision = Record.Decide(context);
        decision.Refusal.ShouldBe(rule);
        decision.Events.ShouldBeEmpty();
    }
}
