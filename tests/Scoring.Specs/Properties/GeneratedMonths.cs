using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>Months in which anything may happen: four subjects of two categories, a unit that nobody ranks, cases at every stage.</summary>
internal static class GeneratedMonths
{
    private static readonly string[] Units = ["A", "B", "C", "D", "X"];

    private static readonly Gen<Func<MonthStory, string, MonthStory>> Cases =
        from unit in Gen.Elements(Units)
        from recorded in Gen.Choose(-10, 29)
        from routing in Gen.Choose(0, 60)
        from allowed in Gen.Choose(2, 300)
        from end in Gen.Choose(0, 9)
        from struckOff in Gen.Choose(3, 400)
        from later in Gen.Choose(1, 200)
        select new Func<MonthStory, string, MonthStory>(
            (story, name) => Told(story, name, unit, At(1).AddDays(recorded), routing, allowed, end, struckOff, later));

    private static readonly Gen<Func<MonthStory, string, MonthStory>> Visits =
        from unit in Gen.Elements(Units)
        from day in Gen.Choose(1, 30)
        from score in Gen.Choose(4000, 10000)
        select new Func<MonthStory, string, MonthStory>((story, _) => story.Inspected(unit, day, score / 100m));

    public static Arbitrary<MonthStory> Any { get; } = (
        from happenings in Gen.ListOf(Gen.Frequency((3, Cases), (2, Visits)))
        select happenings.Index().Aggregate(
            Of("A", "B").With(Subject("C", "机关部门")).With(Subject("D", "机关部门", until: new DateOnly(2024, 9, 18))),
            (story, next) => next.Item(story, $"案{next.Index:D3}"))).ToArbitrary();

    public static void Hold(Func<MonthStory, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Any, property));

    private static MonthStory Told(
        MonthStory story, string name, string unit, DateTimeOffset at, int routing, int allowed, int end, int struckOff, int later)
    {
        var (routed, due, done) = (at.AddHours(routing), at.AddHours(routing + allowed), at.AddHours(routing + struckOff));
        var (recorded, sent) = (Recorded(at), Routed(unit, routed, due));
        return end switch
        {
            0 => story.Case(name, recorded),
            1 => story.Case(name, recorded, sent),
            2 => story.Case(name, recorded, sent, Declined(unit, routed.AddHours(1))),
            3 => story.Case(name, recorded, sent, Voided(done)),
            4 => story.Case(name, recorded, sent, Rejected(unit, done, due)).Handled(name, done.AddHours(-1)),
            5 => story.Case(name, recorded, sent, Extended(unit, routed.AddHours(1), due.AddHours(later))),
            6 => story.Case(name, recorded, sent, StruckOff(unit, done, due), Relapsed(unit, done.AddHours(later))),
            7 => story.Case(
                name, recorded, sent, StruckOff(unit, done, due), Relapsed(unit, done.AddHours(later)),
                Routed(unit, done.AddHours(later + 1), done.AddHours(2 * later), round: 2)),
            8 => story.Case(name, recorded, sent, StruckOff(unit, done, due)).Handled(name, done.AddHours(-2)),
            _ => story.Case(name, recorded, sent, StruckOff(unit, done, due)),
        };
    }
}
