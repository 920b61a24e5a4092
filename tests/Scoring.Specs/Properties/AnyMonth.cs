using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>A month in which anything may have happened to three subjects.</summary>
internal static class AnyMonth
{
    private static readonly Gen<string> Codes = Gen.Elements("A", "B", "C");
    private static readonly Gen<int> Days = Gen.Choose(1, 30);

    private static readonly Gen<Func<MonthStory, MonthStory>> Inspections =
        from subject in Codes
        from day in Days
        from cents in Gen.Choose(0, 10_000)
        from applies in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        select Told(story => story.Inspected(subject, day, applies ? cents / 100m : null));

    private static readonly Gen<Func<MonthStory, MonthStory>> Cases =
        from subject in Codes
        from recorded in Days
        from limit in Gen.Choose(0, 10)
        from took in Gen.Choose(0, 20)
        from ending in Gen.Choose(0, 4)
        from name in Gen.Choose(0, int.MaxValue)
        select Told(story => story.Case($"案{name}", Life(subject, At(recorded), limit, took, ending)));

    private static readonly Gen<Func<MonthStory, MonthStory>> Others =
        from subject in Codes
        from day in Days
        from item in Gen.Elements(AnyPolicy.ByHand.ToArray())
        from value in Gen.Choose(-5, 20)
        from level in Gen.Elements<CommendationLevel?>(null, CommendationLevel.City, CommendationLevel.District, CommendationLevel.Street)
        from scope in Gen.Elements(Enum.GetValues<HonourScope>())
        from ground in Gen.Elements<VetoGround?>(null, VetoGround.Veto, VetoGround.Criticism, VetoGround.Exposure)
        from what in Gen.Choose(0, 3)
        select Told(story => what switch
        {
            0 => story.Missed(subject, At(day)),
            1 => story.Commended(subject, day, level, scope),
            2 => story.Vetoed(subject, scope, new(2024, 1 + (day % 12)), ground),
            _ => story.Entered(subject, item, day, item == "special" ? value : Math.Abs(value)),
        });

    public static readonly Gen<MonthStory> Stories =
        from happened in Gen.ListOf(Gen.OneOf(Inspections, Cases, Others), 40)
        select happened.Aggregate(Street, (story, tell) => tell(story));

    private static MonthStory Street => Of()
        .With(Subject("A") with { Profile = new SubjectProfile(1.7m, 3000, "一类") })
        .With(Subject("B", from: new DateOnly(2024, 9, 10)) with { Profile = new SubjectProfile(null, null, "二类") })
        .With(Subject("C"));

    private static Func<FindingFact, FindingFact>[] Life(string unit, DateTimeOffset at, int limit, int took, int ending)
    {
        var (due, done) = (at.AddDays(limit), at.AddDays(took));
        return ending switch
        {
            0 => [Recorded(at)],
            1 => [Recorded(at), Routed(unit, at, due)],
            2 => [Recorded(at), Routed(unit, at.AddDays(1), due), Rejected(unit, done, due), StruckOff(unit, done.AddDays(1), due)],
            3 => [Recorded(at), Routed(unit, at, due), StruckOff(unit, done, due), Relapsed(unit, done.AddDays(1))],
            _ => [Recorded(at), Routed(unit, at, due), Overdue(unit, due), Voided(done)],
        };
    }

    private static Func<MonthStory, MonthStory> Told(Func<MonthStory, MonthStory> tell) => tell;
}
