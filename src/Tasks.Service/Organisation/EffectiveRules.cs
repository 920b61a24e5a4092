using FluentValidation;

namespace Campaign.Tasks.Organisation;

internal static class EffectiveRules
{
    private static readonly DateOnly First = new(1990, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    /// <summary>A day from which a change can hold; without one it holds from today.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> WithinReason<T>(this IRuleBuilder<T, DateOnly?> day) => day
        .Must(value => value is null || (value >= First && value <= Last))
        .WithErrorCode("effective-out-of-range").WithMessage($"生效日期须在 {First:yyyy} 年至 {Last:yyyy} 年之间。");
}
