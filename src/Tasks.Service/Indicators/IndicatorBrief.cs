using Campaign.Tasks.Assignments;
using FluentValidation;

namespace Campaign.Tasks.Indicators;

/// <summary>指标达标: the figure of a year.</summary>
internal sealed record IndicatorBrief(int Number, int Year, string? Standard) : IBriefBody<IndicatorBrief>
{
    static AssignmentKind IBriefBody<IndicatorBrief>.Kind => AssignmentKind.IndicatorTarget;

    public Brief ToBrief() => new([], Indicator: new(Number, Year, Standard));

    internal sealed class Validator : AbstractValidator<IndicatorBrief>
    {
        public Validator()
        {
            RuleFor(x => x.Number).InclusiveBetween(1, 10_000);
            RuleFor(x => x.Standard).MaximumLength(50);
        }
    }
}
