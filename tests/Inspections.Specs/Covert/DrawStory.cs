using Campaign.Inspections.Covert;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Covert;

/// <summary>Three of twenty units are drawn and sealed for a week.</summary>
internal static class DrawStory
{
    public static readonly DateTimeOffset Until = Morning.AddDays(7);
    public static readonly string[] Pool = [.. Enumerable.Range(1, 20).Select(no => $"U{no:000}")];
    public static readonly Lot Drawn = Lot.Draw(Pool, 3, new string('a', 64));
    public static readonly DrawSealed Sealed = new(Pool, 3, Drawn.Commitment, Until, Morning);

    public static Scenario<Draw> Given(params object[] history) => new(history);
}
