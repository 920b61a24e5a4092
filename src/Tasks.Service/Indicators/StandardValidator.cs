using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Indicators;

internal sealed class StandardValidator : AbstractValidator<IndicatorStandard>
{
    private const int MaxIndicators = 200;

    public StandardValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(100);
        RuleFor(x => x.Source).MaximumLength(200);
        RuleFor(x => x.From).WithinDateBounds();
        RuleFor(x => x.Note).MaximumLength(1000);
        RuleFor(x => x.Indicators).NotEmpty().AtMost(MaxIndicators);
        RuleForEach(x => x.Indicators).NotNull().SetValidator(new IndicatorValidator());
        RuleForEach(x => x.Indicators)
            .Must((standard, indicator) => standard.Indicators.Count(other => other?.No == indicator?.No) == 1)
            .WithErrorCode("indicator-twice").WithMessage("指标序号重复。");
    }

    private sealed class IndicatorValidator : AbstractValidator<Indicator>
    {
        private const int MaxParts = 20;

        public IndicatorValidator()
        {
            RuleFor(x => x.No).InclusiveBetween(1, 9999);
            RuleFor(x => x.Chapter).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Unit).NotNull().MaximumLength(20);
            RuleFor(x => x.Confidence).IsInEnum();
            RuleFor(x => x.Note).MaximumLength(500);
            RuleFor(x => x.Parts).AtMost(MaxParts);
            RuleForEach(x => x.Parts).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Parts).Must(parts => parts is null || parts.Distinct(StringComparer.Ordinal).Count() == parts.Count)
                .WithErrorCode("part-twice").WithMessage("分项重复。");
            RuleFor(x => x.Target).NotNull().SetValidator(new TargetValidator());
            RuleFor(x => x.Target.Value).Must((indicator, value) => value is null || indicator.MayBe(value.Value))
                .When(x => x.Target is not null && x.Unit is not null).OverridePropertyName("Target.Value")
                .WithErrorCode(IndicatorRules.ValueOutOfRange.Rule).WithMessage(IndicatorRules.ValueOutOfRange.Detail);
            RuleFor(x => x.Target.Limits)
                .Must((indicator, limits) => (limits ?? []).All(limit => limit is null || indicator.MayBe(limit.Value)))
                .When(x => x.Target is not null && x.Unit is not null).OverridePropertyName("Target.Limits")
                .WithErrorCode(IndicatorRules.ValueOutOfRange.Rule).WithMessage(IndicatorRules.ValueOutOfRange.Detail);
            RuleFor(x => x.Target).Must((indicator, target) => LimitsAreOfParts(target?.Limits ?? [], indicator.Parts ?? []))
                .WithErrorCode("limit-part-unknown").WithMessage("限值须与分项一一对应。");
        }
    }

    private static bool LimitsAreOfParts(IReadOnlyList<PartLimit> limits, IReadOnlyList<string> parts) =>
        limits.DistinctBy(limit => limit?.Part, StringComparer.Ordinal).Count() == limits.Count
        && limits.All(limit => parts.Count == 0 ? limit?.Part is null : parts.Contains(limit?.Part, StringComparer.Ordinal));

    /// <summary>What the form of a target needs is there; what it has no use for is not, lest somebody believe that it counts.</summary>
    private sealed class TargetValidator : AbstractValidator<Target>
    {
        private const int MaxGrades = 10;
        private const int MaxLimits = 20;
        private const string Superfluous = "target-field-unused";

        public TargetValidator()
        {
            RuleFor(x => x.Form).IsInEnum();
            Needs(x => x.Op, TargetForm.Fixed, TargetForm.FixedOrTrend);
            RuleFor(x => x.Op).IsInEnum().NotEqual(Comparison.Exactly)
                .When(x => x.Form is TargetForm.FixedOrTrend, ApplyConditionTo.CurrentValidator)
                .WithErrorCode("trend-without-direction").WithMessage("“等于”没有改善的方向，不能与持续改善并用。");
            Needs(x => x.Value, TargetForm.Fixed, TargetForm.FixedOrTrend);
            Needs(x => x.Direction, TargetForm.Trend);
            RuleFor(x => x.Direction).IsInEnum();
            Needs(x => x.Years, TargetForm.FixedOrTrend, TargetForm.Trend, TargetForm.NotAboveOwnMean);
            RuleFor(x => x.Years).InclusiveBetween(1, Evaluation.MaxYears);
            Needs(x => x.Yes, TargetForm.Boolean);
            Needs(x => x.Basis, TargetForm.AtLeastPlanInput, TargetForm.Norm);
            RuleFor(x => x.Basis).MaximumLength(100);
            Needs(x => x.Grade, TargetForm.GradeAtLeast);
            Needs(x => x.Grades, TargetForm.GradeAtLeast);
            RuleFor(x => x.Grades).AtMost(MaxGrades);
            RuleForEach(x => x.Grades).NotEmpty().MaximumLength(10);
            RuleFor(x => x.Grade).Must((target, grade) => grade is null || target.Grades?.Contains(grade, StringComparer.Ordinal) == true)
                .WithErrorCode(IndicatorRules.GradeUnknown.Rule).WithMessage(IndicatorRules.GradeUnknown.Detail);
            RuleFor(x => x.Limits).AtMost(MaxLimits);
            RuleFor(x => x.Limits).Null().When(x => x.Form is not TargetForm.Norm).WithErrorCode(Superfluous);
            RuleForEach(x => x.Limits).NotNull();
        }

        private void Needs<TField>(System.Linq.Expressions.Expression<Func<Target, TField>> field, params TargetForm[] forms)
        {
            RuleFor(field).NotEmpty().When(target => forms.Contains(target.Form));
            RuleFor(field).Must(value => value is null).When(target => !forms.Contains(target.Form))
                .WithErrorCode(Superfluous).WithMessage("这种目标没有此项。");
        }
    }
}
