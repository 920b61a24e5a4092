using Campaign.Inspections.Reference;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Reference;

public sealed class SetFindingCategoriesSpecs
{
    [Fact]
    public void The_same_list_of_categories_changes_nothing()
    {
        FindingCategory[] list = [new("0110", "暴露生活垃圾", "4工作时", "三", "环卫站")];
        new Scenario<CategoryList>([]).When(new SetFindingCategories(list, Morning).Decide).Then(
            new FindingCategoriesSet([.. list.Select(Campaign.Inspections.Reference.Stored.FindingCategory.Of)], Morning))
                .AndAgainNothing();
    }
}
