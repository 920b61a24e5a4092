using Campaign.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Ledger;

namespace Campaign.Inspections.Specs.Ledger;

public sealed class LedgerConditionsSpecs
{
    private static readonly LedgerScope Scope = new("990101001", null);

    [Fact]
    public void What_is_not_asked_for_is_no_condition() => Of(new()).Where.ShouldBe("f.street = @street");

    [Fact]
    public void A_unit_officer_sees_what_his_unit_leads_or_helps_with() =>
        LedgerConditions.Of(Scope with { HeldToUnits = ["U013"] }, new()).Conditions.ShouldContain(
            "(f.unit = ANY (@units) OR f.cooperating_units <> '{}' AND f.cooperating_units && @units)");

    [Fact]
    public void States_are_named_so_that_the_partial_index_fits() =>
        Of(new(Status: [FindingStatus.Routed, FindingStatus.Recorded])).Conditions.ShouldContain("f.status IN ('Recorded', 'Routed')");

    [Fact]
    public void Days_are_those_of_China()
    {
        var sql = Of(new(RecordedFrom: new(2024, 9, 1), RecordedTo: new(2024, 9, 30)));
        sql.Arguments.Get<DateTimeOffset>("recordedFrom").ShouldBe(new DateTimeOffset(2024, 8, 31, 16, 0, 0, TimeSpan.Zero));
        sql.Arguments.Get<DateTimeOffset>("recordedUntil").ShouldBe(new DateTimeOffset(2024, 9, 30, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_deadline_at_24_00_is_of_the_day_that_ends_with_it()
    {
        var sql = Of(new(DueFrom: new(2024, 10, 1), DueTo: new(2024, 10, 31)));
        sql.Conditions.ShouldContain("d.due > @dueFrom");
        sql.Conditions.ShouldContain("d.due <= @dueUntil");
        sql.Arguments.Get<DateTimeOffset>("dueFrom").ShouldBe(new DateTimeOffset(2024, 9, 30, 16, 0, 0, TimeSpan.Zero));
        sql.Arguments.Get<DateTimeOffset>("dueUntil").ShouldBe(new DateTimeOffset(2024, 10, 31, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_narrower_filter_tells_what_it_asks_beyond_the_wider()
    {
        var due = new LedgerFilter(Counted: true, DueFrom: new(2024, 9, 1));
        Of(due with { Outcome = RoundOutcome.OnTime }).Beyond(Of(due)).ShouldBe("(j.struck_off_at <= d.due) IS TRUE");
        Of(due).Beyond(Of(due)).ShouldBe("true");
    }

    [Theory]
    [InlineData("117.2,33.6,117.3,33.7", true)]
    [InlineData("117.3,33.6,117.2,33.7", false)]
    [InlineData("117.2,33.6,117.3", false)]
    [InlineData("117.2,33.6,117.3,北", false)]
    [InlineData("117.2,33.6,117.3,NaN", false)]
    [InlineData("117.2,33.6,181,33.7", false)]
    public void An_area_has_four_sides_in_order(string text, bool isArea) => (Area.Read(text) is not null).ShouldBe(isArea);

    private static LedgerSql Of(LedgerFilter filter) => LedgerConditions.Of(Scope, filter);
}
