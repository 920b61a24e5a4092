using Campaign.Inspections.Covert;
using Campaign.Testing;

namespace Campaign.Inspections.Specs.Covert;

public sealed class SealDrawSpecs
{
    private static readonly DateTimeOffset Morning = LedgerStory.Morning;
    private static readonly DateTimeOffset Until = Morning.AddDays(7);
    private static readonly string[] Pool = [.. Enumerable.Range(1, 20).Select(no => $"U{no:000}")];
    private static readonly Lot Drawn = Lot.Draw(Pool, 3, new string('a', 64));
    private static readonly DrawSealed Sealed = new(Pool, 3, Drawn.Commitment, Until, Morning);

    [Fact]
    public void A_draw_is_sealed_once()
    {
        var seal = new SealDraw(Pool, Drawn, Until, Morning);
        Given().When(seal.Decide).Then(Sealed).AndAgainNothing();
        Given().When((seal with { Until = Morning }).Decide).ThenRefused(DrawRules.SealTooShort);
        Given().When((seal with { Until = Morning.AddDays(367) }).Decide).ThenRefused(DrawRules.SealTooLong);
    }

    [Fact]
    public void Nothing_that_is_sealed_names_a_target() =>
        InspectionsModule.Events.Write(Sealed with { Pool = [] }).ShouldSatisfyAllConditions(
            json => json.ShouldNotContain(Drawn.Salt), json => Drawn.Targets.ShouldAllBe(target => !json.Contains(target)));

    private static Scenario<Draw> Given(params object[] history) => new(history);
}
