using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using FluentValidation;

namespace Campaign.Inspections.Imports;

/// <summary>A street's old ledger, or a part of it.</summary>
internal sealed record LedgerRows(IReadOnlyList<LedgerInspection>? Inspections, IReadOnlyList<LedgerFinding>? Cases)
{
    private const int MaxRows = 1000;

    internal sealed class Validator : AbstractValidator<LedgerRows>
    {
        public Validator()
        {
            RuleFor(x => x.Cases).Must((all, _) => (all.Inspections?.Count ?? 0) + (all.Cases?.Count ?? 0) <= MaxRows)
                .WithErrorCode("too-many-rows").WithMessage($"一次最多导入 {MaxRows} 行，请分批导入。");
            RuleForEach(x => x.Inspections).NotNull().SetValidator(new InspectionValidator());
            RuleForEach(x => x.Cases).NotNull().SetValidator(new FindingValidator());
        }
    }

    private sealed class InspectionValidator : AbstractValidator<LedgerInspection>
    {
        public InspectionValidator()
        {
            RuleFor(x => x.Id).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Subject).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Sheet).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Kind).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Date).NotNull();
            RuleFor(x => x.Items).NotNull();
            RuleFor(x => x.Items).AreEntries();
        }
    }

    internal sealed class FindingValidator : AbstractValidator<LedgerFinding>
    {
        private const int MaxSteps = 200;

        public FindingValidator()
        {
            RuleFor(x => x.Id).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Category).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Lon).InclusiveBetween(-180, 180);
            RuleFor(x => x.Lat).InclusiveBetween(-90, 90);
            RuleFor(x => x.Lon).NotNull().When(x => x.Lat is not null);
            RuleFor(x => x.Lat).NotNull().When(x => x.Lon is not null);
            RuleFor(x => x.Address).MaximumLength(300);
            RuleFor(x => x.Community).MaximumLength(50);
            RuleFor(x => x.Description).MaximumLength(2000);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Timeline).NotEmpty();
            RuleFor(x => x.Timeline).Must(steps => steps is null || steps.Count <= MaxSteps)
                .WithErrorCode("too-many-steps").WithMessage($"一个案件的经过不能超过 {MaxSteps} 步。");
            RuleForEach(x => x.Timeline).NotNull().SetValidator(new StepValidator());
        }
    }

    private sealed class StepValidator : AbstractValidator<LedgerStep>
    {
        public StepValidator()
        {
            RuleFor(x => x.At).NotNull();
            RuleFor(x => x.Do).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Reason).MaximumLength(500);
            RuleFor(x => x.Into).MaximumLength(100);
        }
    }
}

/// <param name="Id">What the ledger calls it; the same row is recognised by it.</param>
/// <param name="Date">Local day of the visit.</param>
internal sealed record LedgerInspection(
    string Id, string Subject, string Sheet, int? SheetVersion, string Kind, DateOnly? Date, IReadOnlyList<ItemEntry> Items);

/// <param name="Unit">Responsible unit, where a step does not name another.</param>
/// <param name="Lon">WGS-84 degrees, as <paramref name="Lat"/>.</param>
internal sealed record LedgerFinding(
    string Id, string? Unit, string Category, double? Lon, double? Lat, string? Address, string? Community, string? Description,
    Kernel.Severity? Severity, IReadOnlyList<LedgerStep> Timeline);

/// <param name="Do">record · route · accept · decline · extend · report · reject · strikeOff · relapse · void · merge.</param>
/// <param name="Into">For <c>merge</c>: the id of the other finding in the ledger.</param>
internal sealed record LedgerStep(DateTimeOffset? At, string Do, string? Unit, DateTimeOffset? Due, string? Reason, string? Into);
