using FluentValidation;

namespace Campaign.Web;

public static class ListRules
{
    /// <summary>Refuses a longer list as <c>too-many</c>; a missing one is another rule's business.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> list, int max) => list
        .Must(items => items is null || items.Count <= max).WithErrorCode("too-many").WithMessage($"不能超过 {max} 项。");
}
