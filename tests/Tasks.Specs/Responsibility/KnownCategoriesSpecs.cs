using Campaign.Tasks.Responsibility;
using Campaign.Testing;

namespace Campaign.Tasks.Specs.Responsibility;

public sealed class KnownCategoriesSpecs
{
    [Fact]
    public void The_newest_list_stands_and_an_older_one_that_comes_later_is_ignored()
    {
        Given().When(known => known.Follow(new(["0110"], 3))).Then(new FindingCategoriesNoted(["0110"], 3)).AndAgainNothing();
        Given(new FindingCategoriesNoted(["0110"], 3)).When(known => known.Follow(new(["0104"], 2))).ThenNothing();
        Given(new FindingCategoriesNoted(["0110"], 3)).When(known => known.Follow(new(["0104"], 4)))
            .Then(new FindingCategoriesNoted(["0104"], 4));
    }

    [Fact]
    public void Of_an_unheard_list_every_category_may_be_one()
    {
        Given().State.Has("9999").ShouldBeTrue();
        Given(new FindingCategoriesNoted(["0110"], 1)).State.ShouldSatisfyAllConditions(
            known => known.Has("0110").ShouldBeTrue(), known => known.Has("9999").ShouldBeFalse());
    }

    private static Scenario<KnownCategories> Given(params object[] history) => new(history);
}
