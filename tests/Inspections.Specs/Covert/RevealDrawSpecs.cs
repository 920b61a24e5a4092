using Campaign.Inspections.Covert;
using static Campaign.Inspections.Specs.Covert.DrawStory;

namespace Campaign.Inspections.Specs.Covert;

public sealed class RevealDrawSpecs
{
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
}
