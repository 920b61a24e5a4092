using Campaign.Tasks.Recurrences;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>What holds for every rule, over every stretch of fifty years.</summary>
public sealed class RulePropertySpecs
{
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 50 * 365).Select(Epoch.AddDays);

    private static readonly Gen<DayOfWeek[]> Weekdays = Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>())).Select(days => days.Distinct().ToArray());

    private static readonly Gen<int[]> Digits = Gen.NonEmptyListOf(Gen.Choose(0, 9)).Select(digits => digits.Distinct().ToArray());

    /// <summary>Windows that follow each other: cut points of a day, in pairs.</summary>
    private static readonly Gen<TimeWindow[]> Windows = Gen.NonEmptyListOf(Gen.Choose(0, 24 * 60)).Select(minutes =>
        minutes.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => new TimeWindow(Minute(pair[0]), Minute(pair[1] % (24 * 60)))).Take(24).ToArray());

    private static readonly Gen<Rule> InDays =
        from rule in Gen.OneOf(
            Gen.Constant(new Rule(Every.Day)),
            Weekdays.Select(days => new Rule(Every.Week, days)),
            Weekdays.SelectMany(days => Gen.Elements(Enum.GetValues<Nth>()).Select(nth => new Rule(Every.Month, days, nth))),
            Digits.Select(digits => new Rule(Every.LunarMonth, LunarDigits: digits)))
        from part in Gen.Elements<DayPart?>(null, DayPart.Morning, DayPart.Afternoon)
        from windows in Windows
        select windows.Length > 0 && part is null ? rule with { At = windows } : rule with { Part = part };

    private static readonly Gen<Rule> Rules = Gen.OneOf(
        InDays,
        Gen.Elements(Every.Week, Every.HalfMonth, Every.Month, Every.TwoMonths, Every.Quarter, Every.HalfYear, Every.Year).Select(every => new Rule(every)));

    private static readonly Arbitrary<(Rule Rule, DateOnly A, DateOnly B, DateOnly C)> RulesAndStretches = (
        from rule in Rules
        from a in Days
        from toB in Gen.Choose(0, 200)
        from toC in Gen.Choose(0, 200)
        select (rule, a, a.AddDays(toB), a.AddDays(toB + toC))).ToArbitrary();

    [Fact]
    public void Every_generated_rule_is_a_valid_one() =>
        Check(x => new RuleValidator().Validate(x.Rule).IsValid);

    [Fact]
    public void There_are_never_two_occurrences_of_one_slot() =>
        Check(x => x.Rule.Slots(x.A, x.C).CountBy(slot => slot.Name).All(named => named.Value == 1));

    [Fact]
    public void What_happens_in_two_stretches_is_what_happens_in_each() =>
        Check(x => x.Rule.Slots(x.A, x.C).SequenceEqual(x.Rule.Slots(x.A, x.B).Concat(x.Rule.Slots(x.B, x.C))));

    [Fact]
    public void An_occurrence_starts_before_it_is_due_and_is_missed_no_earlier() =>
        Check(x => x.Rule.Slots(x.A, x.C).All(slot => slot.Start < slot.Due && slot.Due <= slot.Missed(0) && slot.Missed(0) <= slot.Missed(3)));

    [Fact]
    public void Slots_follow_each_other_and_do_not_overlap() =>
        Check(x => Pairs(x.Rule.Slots(x.A, x.C)).All(pair => pair.First.Due <= pair.Second.Start));

    [Fact]
    public void Periods_leave_no_gap_between_them() =>
        Check(x => x.Rule.ChoosesDays || Pairs(x.Rule.Slots(x.A, x.C)).All(pair => pair.First.Due == pair.Second.Start));

    [Fact]
    public void Times_are_those_of_Shanghai_all_year() =>
        Check(x => x.Rule.Slots(x.A, x.C).All(slot => slot.Start.Offset == TimeSpan.FromHours(8) && slot.Due.Offset == TimeSpan.FromHours(8)));

    [Fact]
    public void After_the_last_weekday_of_a_month_there_is_no_other_in_it() =>
        Check(x => new Rule(Every.Month, [DayOfWeek.Friday], Nth.Last).Slots(x.A, x.C)
            .All(slot => slot.First.DayOfWeek == DayOfWeek.Friday && slot.First.AddDays(7).Month != slot.First.Month));

    [Fact]
    public void Every_month_has_one_last_Friday() =>
        Check(x =>
        {
            var (first, last) = (new DateOnly(x.A.Year, x.A.Month, 1), new DateOnly(x.C.Year, x.C.Month, 1).AddMonths(1));
            var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
            return new Rule(Every.Month, [DayOfWeek.Friday], Nth.Last).Slots(first, last).Count() == months;
        });

    private static void Check(Func<(Rule Rule, DateOnly A, DateOnly B, DateOnly C), bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(RulesAndStretches, holds));

    private static IEnumerable<(Slot First, Slot Second)> Pairs(IEnumerable<Slot> slots)
    {
        var all = slots.ToList();
        return all.Zip(all.Skip(1));
    }

    private static TimeOnly Minute(int minute) => TimeOnly.MinValue.AddMinutes(minute);
}
