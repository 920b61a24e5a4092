using Campaign.Inspections.Kernel;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Ledger;

internal static class Period
{
    public static DateTimeOffset Start(this DateOnly day) => ChinaTime.StartOf(day).ToUniversalTime();

    /// <summary>The first moment that is not the day's any more.</summary>
    public static DateTimeOffset End(this DateOnly day) => ChinaTime.EndOf(day).ToUniversalTime();

    public static void NotBefore<T>(this IRuleBuilder<T, DateOnly?> until, Func<T, DateOnly?> from) => until
        .Must((filter, last) => last is null || from(filter) is not { } first || first <= last)
        .WithErrorCode(PeriodRules.Reversed.Rule).WithMessage(PeriodRules.Reversed.Detail);
}
