using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Corrections;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Corrections;

public sealed class CorrectMonthSpecs
{
    private static readonly DateTimeOffset Later = At(20, month: 10);
    private static readonly MonthStory Announced = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90);
    private static readonly MonthState Published = MonthState.Initial with { Status = MonthStatus.Published, Year = 2024, Number = 4 };

    [Fact]
    public void A_correction_is_a_bulletin_of_its_own_with_the_differences()
    {
        var events = Correct(Announced.Compute(), Announced.Inspected("B", 30, 100).Compute()).Events;

        var bulletin = events.OfType<BulletinPublished>().ShouldHaveSingleItem();
        (bulletin.Number, bulletin.Correction, bulletin.Reason).ShouldBe((5, 1, "离线检查补录"));
        bulletin.Notes.ShouldBe(["“机关部门”未作综合评议。"]);
        bulletin.Title.ShouldBe("关于更正2024年9月创建国家卫生城市工作考评情况的通报");
        var month = events.OfType<MonthCorrected>().ShouldHaveSingleItem();
        month.Figures.ShouldContain(new Campaign.Scoring.Months.Stored.PendingCorrection("B", "score", "90.00", "95.00"));
        month.Figures.ShouldContain(new Campaign.Scoring.Months.Stored.PendingCorrection("B", "rank", "2", "1"));
        month.Lines.Where(l => l.Subject == "B").Select(l => (l.From, l.To)).ShouldBe([(90m, 45m), (0m, 50m)], ignoreOrder: true);
        events.OfType<ScorecardCorrected>().Select(c => c.Subject).ShouldBe(["B"]);
    }

    [Fact]
    public void Nothing_is_not_corrected() =>
        Correct(Announced.Compute(), Announced.Compute()).Refusal.ShouldBe(MonthRules.NothingToCorrect);

    [Theory]
    [InlineData(MonthStatus.Open)]
    [InlineData(MonthStatus.Closed)]
    internal void What_was_not_published_is_not_corrected(MonthStatus status) =>
        Correct(Announced.Compute(), Announced.Inspected("B", 30, 100).Compute(), Published with { Status = status })
            .Refusal.ShouldBe(MonthRules.NotPublished);

    [Fact]
    public void A_second_correction_counts_on()
    {
        var (was, now) = (Announced.Compute(), Announced.Inspected("B", 30, 100).Compute());
        var once = Correct(was, now).Events.OfType<MonthCorrected>().Single();
        Correct(now, was, Published.Evolve(once)).Events.OfType<MonthCorrected>().Single().Correction.ShouldBe(2);
    }

    [Fact]
    public void A_subject_that_turns_out_not_to_take_part_has_no_scorecard_any_more()
    {
        var card = Correct(Announced.With(Subject("D")).Compute(), Announced.Compute())
            .Events.OfType<ScorecardCorrected>().ShouldHaveSingleItem();
        (card.Subject, card.Card).ShouldBe(("D", null));
    }

    [Fact]
    public void After_a_correction_nothing_is_pending_and_the_lines_add_up_to_the_change() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Stories, Stories, (before, after) =>
        {
            var (was, now) = (before.Compute(), after.Compute());
            var decision = Correct(was, now);
            if (decision.Refusal is { } refusal) return refusal == MonthRules.NothingToCorrect && Differences.Between(was, now).None;

            var corrected = Standing(was, decision);
            var month = decision.Events.OfType<MonthCorrected>().Single();
            return Differences.Between(corrected, now).None
                && Correct(corrected, now).Refusal == MonthRules.NothingToCorrect
                && corrected.Scorecards.All(card => month.Lines.Where(l => l.Subject == card.Subject).Sum(l => l.To - l.From)
                    == (card.Score ?? 0) - (was.Scorecards.FirstOrDefault(c => c.Subject == card.Subject)?.Score ?? 0));
        }));

    /// <summary>The month as it is read after the events of a correction.</summary>
    private static MonthScoring Standing(MonthScoring was, Decision correction)
    {
        var month = correction.Events.OfType<MonthCorrected>().Single();
        var changed = correction.Events.OfType<ScorecardCorrected>()
            .ToDictionary(c => c.Subject, c => c.Card?.ToScorecard(), StringComparer.Ordinal);
        var kept = was.Scorecards.Where(c => !changed.ContainsKey(c.Subject)).Concat(changed.Values.OfType<Scorecard>());
        return new(
            [.. kept.OrderBy(c => c.Subject, StringComparer.Ordinal)], month.MissingWeeks, month.Counts.ToMonthCounts(),
            month.PinnedFigures?.ToPinnedFigures());
    }

    private static Decision Correct(MonthScoring standing, MonthScoring recomputed, MonthState? state = null) =>
        new CorrectMonth(
            September, "离线检查补录", standing, recomputed, 7, Letterhead.Usual("南关街道"), new Dictionary<string, int>(), ["“机关部门”未作综合评议。"], Later)
            .Decide(state ?? Published, BulletinRegister.Initial with { Last = 4 });

    private static Arbitrary<MonthStory> Stories => Gen.Choose(0, 8).SelectMany(inspections => Gen.Choose(0, 4).SelectMany(cases =>
        Gen.Choose(0, int.MaxValue - 1).Select(seed => Story(new Random(seed), inspections, cases)))).ToArbitrary();

    private static MonthStory Story(Random random, int inspections, int cases)
    {
        string[] subjects = ["A", "B", "C"];
        var story = Of(subjects);
        for (var i = 0; i < inspections; i++) story = story.Inspected(
            subjects[random.Next(3)], random.Next(1, 31), random.Next(0, 10_001) / 100m);
        for (var i = 0; i < cases; i++)
        {
            var (unit, due) = (subjects[random.Next(3)], At(random.Next(2, 29)));
            story = story.Case($"案{i}", Recorded(At(1)), Routed(unit, At(1), due), StruckOff(unit, At(random.Next(2, 31)), due));
        }
        return story;
    }
}
