using Campaign.EventStore;
using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs;

/// <summary>
/// What holds whatever people do in whatever order: hundreds of random days, each from a seed that a failure names.
/// </summary>
public sealed class CaseLifeSpecs
{
    private const int Days = 300;
    private const int Steps = 25;
    private static readonly string[] Units = [Unit, AnotherUnit];

    [Fact]
    public void Nothing_is_struck_off_without_a_report_nor_by_the_unit_that_rectified() => Everyday((history, verifier, seed) =>
    {
        if (history[^1] is not FindingStruckOff struckOff) return;
        var round = history.Take(history.Count - 1).Reverse().TakeWhile(e => e is not FindingRelapsed).ToList();
        var last = round.First(e => e is RectificationReported or RectificationRejected or FindingRouted or RoutingDeclined);
        last.ShouldBeOfType<RectificationReported>($"seed {seed}").Unit.ShouldBe(struckOff.Unit);
        verifier.ShouldNotBe(struckOff.Unit, $"seed {seed}");
    });

    [Fact]
    public void A_deadline_is_missed_at_most_once() => Everyday((history, _, seed) =>
        history.OfType<FindingBecameOverdue>().GroupBy(e => (e.Round, e.Unit, e.Due)).ShouldAllBe(g => g.Count() == 1, $"seed {seed}"));

    [Fact]
    public void A_case_that_was_closed_stays_closed_until_it_relapses() => Everyday((history, _, seed) =>
    {
        for (var i = 1; i < history.Count; i++)
        {
            if (history[i - 1] is FindingVoided or FindingMerged) Assert.Fail($"seed {seed}: {history[i]} after {history[i - 1]}");
            if (history[i - 1] is FindingStruckOff) history[i].ShouldBeOfType<FindingRelapsed>($"seed {seed}");
        }
    });

    [Fact]
    public void Rounds_follow_one_another() => Everyday((history, _, seed) =>
        history.OfType<FindingRelapsed>().Select(e => e.Round).ShouldBe(Enumerable.Range(2, history.OfType<FindingRelapsed>().Count()), $"seed {seed}"));

    [Fact]
    public void Days_reach_every_state()
    {
        var reached = new HashSet<FindingStatus>();
        Everyday((history, _, _) => reached.Add(history.Aggregate(Finding.Initial, (state, e) => state.Evolve(e)).Status));
        reached.ShouldBe(Enum.GetValues<FindingStatus>().Except([FindingStatus.None]), ignoreOrder: true);
    }

    /// <summary>Calls <paramref name="check"/> after every decision that yielded something, with who verified last.</summary>
    private static void Everyday(Action<IReadOnlyList<object>, string, int> check)
    {
        for (var seed = 0; seed < Days; seed++)
        {
            var random = new Random(seed);
            var history = new List<object> { Recorded };
            var finding = Finding.Initial.Evolve(Recorded);
            for (var step = 0; step < Steps; step++)
            {
                var (decide, verifier) = Anything(random, step, finding.Round);
                var events = decide(finding).Events;
                if (events.Count == 0) continue;
                history.AddRange(events);
                finding = events.Aggregate(finding, (state, e) => state.Evolve(e));
                check(history, verifier, seed);
            }
        }
    }

    private static (Func<Finding, Decision> Decide, string Verifier) Anything(Random random, int step, int currentRound)
    {
        var (unit, verifier) = (random.GetItems(Units, 1)[0], random.GetItems(Units, 1)[0]);
        var round = Math.Max(1, currentRound - (random.Next(8) == 0 ? 1 : 0));
        var now = Morning.AddHours(step * 6);
        var told = new AssignmentStep(new Guid(round, 0, 0, new byte[8]), random.Next(step + 2));
        Func<Finding, Decision> decide = random.Next(20) switch
        {
            < 4 => new RouteFinding(round, unit, [], now.AddHours(random.Next(1, 30)), told, now).Decide,
            < 6 => new AcceptFinding(round, unit, told, now).Decide,
            6 => new DeclineRouting(round, unit, "不属本单位职责", told, now).Decide,
            7 => new ExtendDeadline(round, now.AddHours(random.Next(1, 60)), "连续降雨", told, now).Decide,
            < 12 => new ReportRectification(round, unit, After, null, told, now).Decide,
            < 16 => new VerifyRectification(random.Next(3) > 0, "仍有残留", new HashSet<string> { verifier }, After.ToHashSet(), now).Decide,
            16 => new BecomeOverdue(now).Decide,
            < 19 => new ReportRelapse("再次堆积", now).Decide,
            _ => random.Next(6) switch
            {
                0 => new VoidFinding("误报", now).Decide,
                1 => new MergeFinding(Guid.Empty, new Guid(9, 0, 0, new byte[8]), now).Decide,
                _ => new AddPhotos(After, now).Decide,
            },
        };
        return (decide, verifier);
    }
}
