using Campaign.Inspections.Covert;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Covert;

public sealed class RevealDrawSpecs
{
    private static readonly DateTimeOffset Morning = LedgerStory.Morning;
    private static readonly DateTimeOffset Until = Morning.AddDays(7);
    private static readonly string[] Pool = [.. Enumerable.Range(1, 20).Select(no => $"U{no:000}")];
    private static readonly Lot Drawn = Lot.Draw(Pool, 3, new string('a', 64));
    private static readonly DrawSealed Sealed = new(Pool, 3, Drawn.Commitment, Until, Morning);
    private static readonly DrawRevealed Revealed = new(Drawn.Salt, Drawn.Targets, Until);

    [Fact]
    public void A_draw_is_revealed_when_its_time_has_come()
    {
        Given(Sealed).When(new RevealDraw(Drawn, Until.AddSeconds(-1)).Decide).ThenRefused(DrawRules.StillSealed);
        Given(Sealed).When(new RevealDraw(Drawn, Until).Decide).Then(Revealed).AndAgainNothing();
        Given().When(new RevealDraw(null, Until).Decide).ThenRefused(DrawRules.NotFound);
    }

    [Fact]
    public void Other_targets_than_those_committed_to_are_not_revealed()
    {
        Given(Sealed).When(new RevealDraw(Drawn with { Targets = [.. Drawn.Targets.Reverse()] }, Until).Decide)
            .ThenRefused(DrawRules.SecretDiffers);
        Given(Sealed).When(new RevealDraw(null, Until).Decide).ThenRefused(DrawRules.SecretDiffers);
    }

    private static Scenario<Draw> Given(params object[] history) => new(history);
}
