using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Recurrences;

/// <summary>A rule says what its form needs, and nothing that its form has no use for.</summary>
internal sealed class RuleValidator : AbstractValidator<Rule>
{
    private const string Unexpected = "rule-field-unexpected";
    private const string Missing = "rule-field-missing";
    private const int MaxWindows = 24;
    private const int MaxTimes = 1000;

    public RuleValidator()
    {
        RuleFor(x => x.Every).IsInEnum();

        RuleFor(x => x.Weekdays).AtMost(7).NotEmpty().When(x => x.Weekdays is not null);
        RuleForEach(x => x.Weekdays).IsInEnum();
        RuleFor(x => x.Weekdays).Null().When(x => x.Every is not (Every.Week or Every.TwoWeeks or Every.Month))
            .WithErrorCode(Unexpected).WithMessage("只有每周、每两周或每月的规则可以指定星期几。");
        RuleFor(x => x.Nth).IsInEnum();
        RuleFor(x => x.Nth).NotNull().When(x => x.Every is Every.Month && x.Weekdays is not null)
            .WithErrorCode(Missing).WithMessage("每月的星期几须说明是第几个，或者最后一个。");
        RuleFor(x => x.Nth).Null().When(x => x.Every is not Every.Month || x.Weekdays is null)
            .WithErrorCode(Unexpected).WithMessage("第几个只能与每月的星期几同用。");

        RuleFor(x => x.LunarDigits).NotEmpty().When(x => x.Every is Every.LunarMonth)
            .WithErrorCode(Missing).WithMessage("农历规则须说明日期的尾数。");
        RuleFor(x => x.LunarDigits).AtMost(10);
        RuleForEach(x => x.LunarDigits).InclusiveBetween(0, 9);
        RuleFor(x => x.LunarDigits).Null().When(x => x.Every is not Every.LunarMonth)
            .WithErrorCode(Unexpected).WithMessage("只有农历规则可以指定日期尾数。");

        RuleFor(x => x.Part).IsInEnum();
        RuleFor(x => x.Part).Null().When(x => !x.ChoosesDays || x.At is not null)
            .WithErrorCode(Unexpected).WithMessage("上午、下午只能用于落在某一天且未另定时间的规则。");
        RuleFor(x => x.At).Null().When(x => !x.ChoosesDays).WithErrorCode(Unexpected).WithMessage("时间只能用于落在某一天的规则。");
        RuleFor(x => x.At).AtMost(MaxWindows).NotEmpty().When(x => x.At is not null);
        RuleForEach(x => x.At).NotNull().Must(window => window is null || window.IsForward)
            .WithErrorCode("time-window-backward").WithMessage("结束时间须晚于开始时间，00:00 表示当日 24:00。");
        RuleFor(x => x.At).Must(AreApart).WithErrorCode("times-overlap").WithMessage("各次的时间须按先后排列，不能重叠。");

        RuleFor(x => x.Times).InclusiveBetween(1, MaxTimes);
        RuleFor(x => x.Times).Null().When(x => x.ChoosesDays).WithErrorCode(Unexpected).WithMessage("次数不能用于落在某一天的规则。");
        RuleFor(x => x.Times).Null().When(x => x.Every is Every.TwoWeeks)
            .WithErrorCode(Unexpected).WithMessage("只定次数的规则不能以两周为期，请改用每周或每半月。");

        RuleFor(x => x.OnHoliday).IsInEnum();
        RuleFor(x => x.OnHoliday).Null().When(x => !x.ChoosesDays)
            .WithErrorCode(Unexpected).WithMessage("遇节假日的办法只能用于落在某一天的规则。");
    }

    private static bool AreApart(IReadOnlyList<TimeWindow>? windows) => windows is null || windows.Zip(windows.Skip(1))
        .All(pair => pair.First is null || pair.Second is null || (!pair.First.LastsToMidnight && pair.First.To <= pair.Second.From));
}
