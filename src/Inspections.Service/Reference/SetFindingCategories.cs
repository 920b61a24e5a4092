using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Reference;

internal sealed record SetFindingCategories(IReadOnlyList<FindingCategory> Categories, DateTimeOffset Now)
{
    public Decision Decide(CategoryList list) =>
        StoredJson.Same(list.Categories, Categories)
            ? Decision.Nothing
            : Decision.Of(new FindingCategoriesSet([.. Categories.Select(Stored.FindingCategory.Of)], Now));
}
