using System.Linq.Expressions;
using FluentValidation;

namespace Campaign.Tasks.Recurrences;

/// <summary>What recurrences and rosters have in common.</summary>
internal static class ScheduleRules
{
    private const int MaxTitle = 200;
    private const int MaxGraceDays = 31;

    // The lunar calendar is known for these years.
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    public static bool IsUsable(DateOnly day) => day >= Earliest && day <= Latest;

    public static void ValidTitle<T>(this AbstractValidator<T> validator, Expression<Func<T, string>> title) =>
        validator.RuleFor(title).NotEmpty().MaximumLength(MaxTitle);

    public static void ValidDays<T>(this AbstractValidator<T> validator) where T : ISchedule
    {
        validator.RuleFor(x => x.From).InclusiveBetween(Earliest, Latest);
        validator.RuleFor(x => x.Until).LessThanOrEqualTo(Latest);
        validator.RuleFor(x => x.Until).Must((schedule, until) => until is null || until >= schedule.From)
            .WithErrorCode("until-before-from").WithMessage("结束日期不能早于开始日期。");
    }

    public static void ValidGrace<T>(this AbstractValidator<T> validator, Expression<Func<T, int?>> days) =>
        validator.RuleFor(days).InclusiveBetween(0, MaxGraceDays);
}
