using FluentValidation;

namespace Campaign.Scoring.Kernel;

internal static class MonthRule
{
    /// <summary>Written <c>yyyy-MM</c>.</summary>
    public static IRuleBuilderOptions<T, string?> IsMonth<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => Month.TryParse(text, out _)).WithErrorCode(Month.Invalid.Rule).WithMessage(Month.Invalid.Detail);
}
