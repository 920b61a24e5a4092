using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Reference;

/// <summary>问题类别: the district's list was set as a whole; its version is that of its stream.</summary>
internal sealed record FindingCategoriesSet(IReadOnlyList<Stored.FindingCategory> Categories, DateTimeOffset At) : ICategoryEvent;

internal interface ICategoryEvent;

/// <param name="Limit">Usual time limit as the list words it (<c>4工作时</c>).</param>
/// <param name="Chapter">Chapter of the standard it belongs to.</param>
/// <param name="OpeningCriterion">立案标准: what makes it a finding.</param>
/// <param name="ClosingCriterion">结案标准: what the verifier looks for.</param>
/// <param name="Severity">Where the reporter says none.</param>
/// <param name="Crosswalk">What other systems call it.</param>
/// <param name="Group">What several categories go by together, such as 十乱; absent for none.</param>
internal sealed record FindingCategory(
    string Code, string Name, string? Limit, string? Chapter, string? UsualUnit, string? OpeningCriterion = null,
    string? ClosingCriterion = null, Severity? Severity = null, IReadOnlyList<ForeignCode>? Crosswalk = null,
    string? Group = null);

/// <param name="System">数字城管, 12345 …</param>
internal sealed record ForeignCode(string System, string Code, string? Name = null);

internal sealed record CategoryList(IReadOnlyList<FindingCategory> Categories) : IAggregate<CategoryList, ICategoryEvent>
{
    public static readonly StreamId<CategoryList> Stream = StreamId<CategoryList>.Named("district", "finding-categories");

    public static CategoryList Initial { get; } = new([]);

    public CategoryList Evolve(ICategoryEvent @event) => @event switch
    {
        FindingCategoriesSet e => new([.. e.Categories.Select(category => category.ToFindingCategory())]),
    };
}
