using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <summary>
/// Days, moments and years that come in lie between 2000 and 2100; what is left out of a period stays open. Beyond them lie slips of the
/// keyboard, and days from which no calendar can count on.
/// </summary>
public static class DateBounds
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    public const string Rule = "date-out-of-range";

    private const string Detail = "须填写 2000 年至 2100 年之间的日期。";
    private const string YearDetail = "年份须在 2000 年至 2100 年之间。";

    public static readonly DateOnly First = new(FirstYear, 1, 1);
    public static readonly DateOnly Last = new(LastYear, 12, 31);

    /// <summary>For what comes in by another way than a request's own fields, such as the cell of a workbook.</summary>
    public static IRuleBuilderOptions<T, TDate> WithinDateBounds<T, TDate>(this IRuleBuilder<T, TDate> date) =>
        date.Must(value => Error(value, "") is null).WithErrorCode(Rule).WithMessage(typeof(TDate) == typeof(int?) ? YearDetail : Detail);

    /// <summary>Before the validators, which may then count on from every date.</summary>
    internal static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var dates = context.ApplicationServices.GetRequiredService<RequestDates>();
        var checks = context.MethodInfo.GetParameters().Index()
            .Select(parameter => (parameter.Index, Check: dates.CheckOf(parameter.Item)))
            .Where(parameter => parameter.Check is not null).ToArray();
        if (checks.Length == 0) return next;
        return call =>
        {
            FieldError[] errors = [.. checks.SelectMany(parameter => parameter.Check!(call.Arguments[parameter.Index], ""))];
            return errors is [var first, ..]
                ? ValueTask.FromResult<object?>(Problems.Of(StatusCodes.Status422UnprocessableEntity, Rule, first.Detail, errors))
                : next(call);
        };
    }

    /// <summary>What is wrong with a day, a moment or a year; null when nothing is, or nothing was said.</summary>
    internal static FieldError? Error(object? value, string pointer) => value switch
    {
        DateOnly day when day < First || day > Last => new(pointer, Rule, Detail),
        // 24:00 of the last day belongs to it. Compared as instants: a moment at the end of time has no local time here.
        DateTimeOffset at when at < ChinaTime.StartOf(First) || at > ChinaTime.EndOf(Last) => new(pointer, Rule, Detail),
        int year when year is < FirstYear or > LastYear => new(pointer, Rule, YearDetail),
        _ => null,
    };
}
