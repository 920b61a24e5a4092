using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs;

/// <summary>
/// Whatever people and brokers do to a case, in whatever order; each number is one deed, so that a failure shrinks to few.
/// </summary>
internal static class AnyFinding
{
    private const int Most = 30;
    private static readonly VerificationResult[] Results =
        [VerificationResult.Passed, VerificationResult.Passed, VerificationResult.Failed, VerificationResult.Unable];
    private static readonly string[] Units = [Unit, AnotherUnit];
    private static readonly Guid Other = Guid.Parse("019300c8-0000-7000-8000-00000000000b");

    /// <summary>Also a case that may be a duplicate.</summary>
    private static readonly object[] Beginning = [Recorded, new DuplicateProposed(Other, "990101001-2024-000002", 12.5, Morning)];

    public static Arbitrary<int[]> Lives { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(Most), deeds => deeds.Select((_, i) => deeds.Where((_, j) => j != i).ToArray()));

    /// <param name="after">Called after every decision that yielded something, with the history and who verified.</param>
    public static IReadOnlyList<object> Live(IReadOnlyList<int> deeds, Action<IReadOnlyList<object>, string>? after = null)
    {
        var history = new List<object>(Beginning);
        var finding = history.Fold<Finding>();
        var done = new List<(Func<Finding, Decision> Decide, string Verifier)>();
        for (var step = 0; step < deeds.Count; step++)
        {
            var random = new Random(deeds[step]);
            // Now and then something arrives again, as brokers and impatient people do.
            var again = done.Count > 0 && random.Next(5) == 0;
            done.Add(again ? done[random.Next(done.Count)] : Anything(random, step, finding.Round));
            var events = done[^1].Decide(finding).Events;
            if (events.Count == 0) continue;
            history.AddRange(events);
            finding = events.Fold(finding);
            after?.Invoke(history, done[^1].Verifier);
        }
        return history;
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
            < 6 => new AcknowledgeFinding(round, unit, told, now).Decide,
            6 => new DeclineRouting(round, unit, "不属本单位职责", told, now).Decide,
            7 => new ExtendDeadline(round, now.AddHours(random.Next(1, 60)), "连续降雨", told, now).Decide,
            < 12 => new ReportRectification(round, unit, random.Next(4) == 0 ? [] : After, null, told, now).Decide,
            < 16 => new VerifyRectification(
                random.GetItems(Results, 1)[0], "仍有残留", new HashSet<string> { verifier }, After.ToHashSet(), now,
                random.Next(2) == 0 ? [new('e', 64)] : null).Decide,
            16 => new BecomeOverdue(now).Decide,
            < 19 => new ReportRelapse("再次堆积", now, random.Next(2) == 0 ? [new('d', 64)] : null).Decide,
            _ => Rarely(random, now),
        };
        return (decide, verifier);
    }

    private static Func<Finding, Decision> Rarely(Random random, DateTimeOffset now) => random.Next(8) switch
    {
        0 => new VoidFinding("误报", now).Decide,
        1 => new MergeFinding(Guid.Empty, new Guid(9, 0, 0, new byte[8]), now).Decide,
        2 => new CloseForcibly("拆迁", now).Decide,
        < 5 => new DismissProposal(Other, null, now).Decide,
        _ => new AddPhotos(After, now).Decide,
    };
}
