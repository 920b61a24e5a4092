using Campaign.EventStore;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Integration;
using Campaign.Inspections.Reference;
using static Campaign.Inspections.Specs.LedgerStory;
using Facts = Campaign.Contracts.Inspections;

namespace Campaign.Inspections.Specs.Integration;

public sealed class IntegrationEventMapperSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-000000000009");
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly InspectionStarted Started = new(Unit, InspectionKind.Covert, Day, "sheet-1", 1, [], Morning, Reference: null);

    [Fact]
    public void A_visit_is_told_when_it_is_started_submitted_and_confirmed()
    {
        Told(Started).ShouldBe(new Facts.InspectionStarted(Street, Id, 3, Unit, "暗访", Day, Morning));
        Told(new InspectionSubmitted(Morning)).ShouldBe(new Facts.InspectionSubmitted(Street, Id, 3, Morning));
        Told(new InspectionConfirmed(Unit, InspectionKind.Covert, Day, 92.5m, "sheet-1", 1, Morning, null)).ShouldBe(
            new Facts.InspectionScored(Street, Id, 3, Unit, "暗访", Day, 92.5m, "sheet-1", 1));
    }

    [Fact]
    public void What_is_planned_called_off_or_entered_on_the_way_stays_inside()
    {
        object[] inside =
        [
            new InspectionPlanned(Unit, InspectionKind.Covert, Day, Day, "sheet-1", null, null, null, Morning),
            new InspectionCancelled("台风", Morning),
            new InspectionItemsCorrected([], Morning), new DeductionBecameFinding(1, Id, Morning),
        ];
        inside.Select(Told).ShouldAllBe(contract => contract == null);
    }

    [Fact]
    public void A_ledgers_inspection_is_told_once()
    {
        var taken = InspectionPlan.Of(Inspection(), null, Context).Events;
        taken.Select(Told).OfType<object>().ShouldHaveSingleItem().ShouldBeOfType<Facts.InspectionScored>();
        IntegrationEventMapper.Count(taken).ShouldBe(1);
    }

    [Fact]
    public void The_list_of_categories_is_told_by_its_codes() =>
        Told(new FindingCategoriesSet(
            [Campaign.Inspections.Reference.Stored.FindingCategory.Of(new("0110", "暴露生活垃圾", null, null, null))], Morning))
            .ShouldBeOfType<Facts.FindingCategoriesSet>().Codes.ShouldBe(["0110"]);

    private static object? Told(object data) =>
        new IntegrationEventMapper()
            .ToContract(new RecordedEvent(new StreamId(Street, Id), 3, Guid.NewGuid(), data, EventMetadata.None, 1, Morning));
}
