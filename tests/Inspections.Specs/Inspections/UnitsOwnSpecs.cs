using Campaign.Inspections.Inspections;
using Campaign.Inspections.Integration;
using Campaign.Testing;
using Campaign.Web;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

/// <summary>自查 and 交叉检查 by a unit.</summary>
public sealed class UnitsOwnSpecs
{
    private const string Street = "990101001";
    private const string Other = "U099";
    private static readonly Caller Officer = TestIdentity.Caller(Role.UnitOfficer, Street, Unit);
    private static readonly Caller Stranger = TestIdentity.Caller(Role.UnitOfficer, Street, Other);
    private static readonly Caller Inspector = TestIdentity.Caller(Role.Inspector, Street);

    private static readonly InspectionStarted SelfCheck = new(
        Unit, InspectionKind.Self, DateOnly.FromDateTime(Morning.DateTime), "sheet-1", 1, [new(1, 15, false, 1.5m, "占道经营")], Morning,
        null, ByUnit: true);

    private static readonly InspectionStarted CrossCheck = SelfCheck with { Subject = Other, Kind = InspectionKind.Cross, By = Unit };
    private static readonly ConfirmInspection Confirm = new(Morning);

    [Theory]
    [InlineData("自查", Unit, null, true)]
    [InlineData("自查", Other, null, false)]
    [InlineData("交叉检查", Other, Unit, true)]
    [InlineData("交叉检查", Unit, Other, false)]
    [InlineData("日常检查", Unit, null, false)]
    [InlineData("暗访", Unit, Unit, false)]
    public void A_unit_begins_what_is_its_own(string kind, string subject, string? by, bool may)
    {
        (UnitsOwn.RefusedTo(Officer, InspectionKinds.Named(kind)!.Value, subject, by) is null).ShouldBe(may);
        UnitsOwn.RefusedTo(Inspector, InspectionKinds.Named(kind)!.Value, subject, by).ShouldBeNull();
    }

    [Fact]
    public void It_goes_on_with_what_it_began_and_with_nothing_else()
    {
        Given(SelfCheck).When(UnitsOwn.For(Confirm.Decide, Officer)).Then(Confirmed(SelfCheck)).AndAgainNothing();
        Given(CrossCheck).When(UnitsOwn.For(Confirm.Decide, Officer)).Then(Confirmed(CrossCheck));
        Given(SelfCheck).When(UnitsOwn.For(Confirm.Decide, Stranger)).ThenRefused(InspectionRules.NotYourInspection);
        Given(CrossCheck).When(UnitsOwn.For(Confirm.Decide, Stranger)).ThenRefused(InspectionRules.NotYourInspection);
        Given(SelfCheck with { ByUnit = null }).When(UnitsOwn.For(Confirm.Decide, Officer)).ThenRefused(InspectionRules.NotYourInspection);
        Given(SelfCheck with { Kind = InspectionKind.Daily, ByUnit = null }).When(UnitsOwn.For(Confirm.Decide, Officer))
            .ThenRefused(InspectionRules.NotYourInspection);
        Given().When(UnitsOwn.For(Confirm.Decide, Officer)).ThenRefused(InspectionRules.NotFound);
        Given(SelfCheck).When(UnitsOwn.For(Confirm.Decide, Inspector)).Then(Confirmed(SelfCheck));
    }

    [Fact]
    public void What_was_planned_for_it_is_started_by_it_alone()
    {
        var planned = PlannedVisit.Planned with { Kind = InspectionKind.Cross, Subject = Other, By = Unit, Venue = null };
        var start = new StartPlanned(PlannedVisit.Day, LedgerStory.Sheet, [], Morning, ByUnit: true);
        Given(planned).When(UnitsOwn.For(start.Decide, Stranger)).ThenRefused(InspectionRules.NotYourInspection);
        UnitsOwn.For(start.Decide, Officer)(Given(planned).State).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<InspectionStarted>().ByUnit.ShouldBe(true);
    }

    [Fact]
    public void Nobody_else_is_told_of_it()
    {
        object[] all = [SelfCheck, new InspectionSubmitted(Morning, ByUnit: true), Confirmed(SelfCheck)];
        IntegrationEventMapper.Count(all).ShouldBe(0);
        object[] official =
            [SelfCheck with { ByUnit = null }, new InspectionSubmitted(Morning), Confirmed(SelfCheck) with { ByUnit = null }];
        IntegrationEventMapper.Count(official).ShouldBe(3);
        Given(SelfCheck).When(new SubmitInspection(Morning).Decide).Then(new InspectionSubmitted(Morning, ByUnit: true));
    }

    private static InspectionConfirmed Confirmed(InspectionStarted started) => new(
        started.Subject, started.Kind, started.Date, 90.0m, "sheet-1", 1, Morning, null, ByUnit: true);

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
