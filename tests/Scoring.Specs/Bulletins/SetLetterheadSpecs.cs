using Campaign.Scoring.Bulletins;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Bulletins;

public sealed class SetLetterheadSpecs
{
    [Fact]
    public void A_letterhead_is_set_once()
    {
        var letterhead = Letterhead.Usual("南关街道");
        new Scenario<LetterheadState>([]).When(new SetLetterhead(letterhead, At(1)).Decide)
            .Then(new LetterheadSet(Campaign.Scoring.Bulletins.Stored.Letterhead.Of(letterhead), At(1))).AndAgainNothing();
    }
}
