using System.Text.Json;
using Campaign.ServiceDefaults.Http;
using FluentValidation;

namespace Campaign.Tasks.Plans;

/// <summary>工作方案 as its document says it, units by their codes.</summary>
/// <param name="MissingAnnexes">Annexes the document names and nobody has; kept as open references.</param>
internal sealed record PlanDocument(
    string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn,
    IReadOnlyList<PlanPhase> Phases, IReadOnlyList<PlanAction> Actions, IReadOnlyList<string>? MissingAnnexes)
{
    public bool SameAs(PlanDocument other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);

    /// <summary>Over before the document was issued.</summary>
    public bool IsOver(PlanPhase phase) => phase.To < IssuedOn;

    internal sealed class Validator : AbstractValidator<PlanDocument>
    {
        private const int MaxAnnexes = 50;
        private const int MaxPhases = 20;
        private const int MaxActions = 200;

        public Validator()
        {
            RuleFor(x => x.DocumentNumber).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Title).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Issuer).NotEmpty().MaximumLength(100);
            RuleFor(x => x.IssuedOn).NotEmpty();
            RuleFor(x => x.MissingAnnexes).AtMost(MaxAnnexes);
            RuleForEach(x => x.MissingAnnexes).NotEmpty().MaximumLength(200);

            RuleFor(x => x.Phases).NotEmpty().AtMost(MaxPhases);
            RuleForEach(x => x.Phases).NotNull().ChildRules(phase =>
            {
                phase.RuleFor(x => x.Name).NotEmpty().MaximumLength(50);
                phase.RuleFor(x => x.From).NotEmpty();
                phase.RuleFor(x => x.To).GreaterThanOrEqualTo(x => x.From).WithErrorCode("phase-ends-before-it-begins");
            });
            RuleForEach(x => x.Phases).Must((plan, phase) => plan.Phases.Count(other => other?.Name == phase?.Name) == 1)
                .WithErrorCode("phase-twice").WithMessage("阶段名称重复。");

            RuleFor(x => x.Actions).NotEmpty().AtMost(MaxActions);
            RuleForEach(x => x.Actions).NotNull().SetValidator(new ActionValidator());
            RuleForEach(x => x.Actions).Must((plan, action) => plan.Actions.Count(other => other?.No == action?.No) == 1)
                .WithErrorCode("action-twice").WithMessage("行动序号重复。");
        }
    }

    private sealed class ActionValidator : AbstractValidator<PlanAction>
    {
        private const int MaxUnits = 200;
        private const int MaxMeasures = 100;

        public ActionValidator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Units).NotNull().AtMost(MaxUnits);
            RuleFor(x => x.Units).NotEmpty().When(x => !x.AllCommunities).WithErrorCode("action-without-unit").WithMessage("行动没有责任单位。");
            RuleForEach(x => x.Units).NotEmpty();
            RuleFor(x => x.Measures).AtMost(MaxMeasures);
            RuleForEach(x => x.Measures).NotEmpty().MaximumLength(1000);
        }
    }
}

/// <summary>阶段, both days included.</summary>
internal sealed record PlanPhase(string Name, DateOnly From, DateOnly To);

/// <summary>提升行动.</summary>
/// <param name="AllCommunities">Every 居委会 of the street takes part, beside the units.</param>
internal sealed record PlanAction(int No, string Name, IReadOnlyList<string> Units, bool AllCommunities, IReadOnlyList<string>? Measures);
