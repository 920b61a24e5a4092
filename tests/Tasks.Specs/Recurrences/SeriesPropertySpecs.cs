using Campaign.ServiceDefaults;
using Campaign.Tasks.Recurrences;
using Campaign.Web;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>What holds however often a recurrence is arranged anew, for whatever day, and stopped.</summary>
public sealed class SeriesPropertySpecs
{
    private static readonly DateOnly Begin = new(2024, 9, 1);

    /// <param name="Wait">Days since the change before.</param>
    /// <param name="Ahead">Days from then until it holds.</param>
    /// <param name="Rule">Null: stopped.</param>
    private sealed record Change(int Wait, int Ahead, Rule? Rule);

    private static readonly Gen<Change> AnyChange =
        from wait in Gen.Choose(0, 40)
        from ahead in Gen.Choose(0, 40)
        from rule in Gen.Frequency((4, AnyRule.Rules), (1, Gen.Constant<Rule>(null!)))
        select new Change(wait, ahead, rule);

    private static readonly Arbitrary<(Series Series, int B)> Histories = (
        from changes in Gen.ListOf(AnyChange)
        from b in Gen.Choose(0, 400)
        select (After(changes.Take(8)), b)).ToArbitrary();

    [Fact]
    public void A_day_has_slots_of_one_arrangement_only() => Check((series, _) =>
        Slots(series).GroupBy(due => due.Slot.First).All(day => day.DistinctBy(due => due.Arrangement.Revision).Count() == 1));

    [Fact]
    public void No_arrangement_has_two_occurrences_of_one_slot() => Check((series, _) =>
        Slots(series).CountBy(due => (due.Arrangement.Revision, due.Slot.Name)).All(slot => slot.Value == 1));

    [Fact]
    public void What_happens_in_two_stretches_is_what_happens_in_each() => Check((series, b) =>
        Names(Slots(series)).SequenceEqual(Names([.. series.Slots(Begin, Begin.AddDays(b)), .. series.Slots(Begin.AddDays(b), End)])));

    [Fact]
    public void Nothing_is_asked_for_that_was_over_when_it_was_arranged() => Check((series, _) =>
        Slots(series).All(due => due.Slot.Due > due.Arrangement.At && due.Slot.First >= due.Arrangement.Effective));

    private static DateOnly End => Begin.AddDays(400);

    private static Series After(IEnumerable<Change> changes)
    {
        var (series, today) = (Given(Arranged).State, Begin);
        foreach (var change in changes)
        {
            today = today.AddDays(change.Wait);
            var now = ChinaTime.StartOf(today).AddHours(9);
            var decision = change.Rule is { } rule
                ? new ArrangeSeries(Code, Terms with { Rule = rule }, today.AddDays(change.Ahead), now).Decide(series)
                : new StopSeries(Code, today.AddDays(change.Ahead), "停止", RecurrenceRules.RecurrenceNotFound, now).Decide(series);
            series = decision.Events.Cast<ISeriesEvent>().Aggregate(series, (state, @event) => state.Evolve(@event));
        }
        return series;
    }

    private static List<(Arrangement Arrangement, Slot Slot)> Slots(Series series) => [.. series.Slots(Begin, End)];

    private static IEnumerable<string> Names(IEnumerable<(Arrangement Arrangement, Slot Slot)> slots) =>
        slots.Select(due => $"{due.Arrangement.Revision} {due.Slot.Name}").Order(StringComparer.Ordinal);

    private static void Check(Func<Series, int, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Histories, x => holds(x.Series, x.B)));
}
