using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;
using FluentValidation.Results;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>A changed sheet is its next version; the same one again changes nothing.</summary>
internal sealed record IssueScoreSheet(
    string Code, string? Name, string Category, string? Standard, IReadOnlyList<SheetItem> Items, DateTimeOffset Now)
{
    public Decision Decide(ScoreSheet sheet) =>
        sheet.Version > 0 && (sheet.Name, sheet.Category, sheet.Standard) == (Name, Category, Standard) && sheet.Items.SequenceEqual(Items)
            ? Decision.Nothing
            : Decision.Of(new ScoreSheetIssued(
                Code, sheet.Version + 1, Name, Category, [.. Items.Select(Stored.SheetItem.Of)], Now, Standard));
}

internal static class IssueScoreSheetEndpoint
{
    public static void Map(RouteGroupBuilder sheets) => sheets
        .MapPut("/{code:length(1,50)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("设置评分表").Produces<IssuedSheet>()
        .WithExample(
            """
            {
              "name": "社区环境卫生评分表", "category": "居委会", "standard": "2021",
              "items": [
                {
                  "no": 1, "section": "环境卫生", "text": "垃圾清运", "max": 60, "criterion": "一处扣0.5分",
                  "rule": { "form": "PerOccurrence", "points": 0.5 }
                },
                { "no": 2, "section": "健康教育", "text": "宣传栏", "max": 40 }
              ]
            }
            """);

    private static Task<IResult> Handle(string street, string code, SheetBody body, Commands commands) =>
        commands.Run(
            ScoreSheet.Stream(street, code),
            new IssueScoreSheet(code, body.Name, body.Category, body.Standard, body.Items, commands.Now).Decide,
            done => new IssuedSheet(code, done.State.Version));
}

internal sealed record IssuedSheet(string Code, int Version);

internal sealed record SheetBody(string? Name, string Category, IReadOnlyList<SheetItem> Items, string? Standard = null)
{
    public string? Name { get; init; } = NameText.Clean(Name);

    internal sealed class Validator : AbstractValidator<SheetBody>
    {
        public Validator()
        {
            RuleFor(x => x.Name).IsName().MaximumLength(100);
            RuleFor(x => x.Category).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Standard).IsStandard();
            RuleFor(x => x.Items).NotEmpty();
            RuleFor(x => x.Items).Must(items => items.Count <= SheetRules.MaxItems).WithErrorCode(SheetRules.TooManyItems.Rule)
                .WithMessage(SheetRules.TooManyItems.Detail).When(x => x.Items is not null);
            RuleFor(x => x.Items).Must(items => items.Where(i => i is not null).GroupBy(i => i.No).All(g => g.Count() == 1))
                .WithErrorCode(SheetRules.ItemRepeated.Rule).WithMessage(SheetRules.ItemRepeated.Detail).When(x => x.Items is not null);
            RuleForEach(x => x.Items).NotNull().SetValidator(new ItemValidator());
        }
    }

    private sealed class ItemValidator : AbstractValidator<SheetItem>
    {
        public ItemValidator()
        {
            RuleFor(x => x.No).InclusiveBetween(1, SheetRules.MaxNo);
            RuleFor(x => x.Text).NotEmpty().MaximumLength(SheetRules.MaxText);
            RuleFor(x => x.Max).GreaterThan(0).LessThanOrEqualTo(SheetRules.MaxPoints);
            RuleFor(x => x.Max).PrecisionScale(6, 2, ignoreTrailingZeros: true);
            RuleFor(x => x.Section).MaximumLength(SheetRules.MaxSection);
            RuleFor(x => x.Criterion).MaximumLength(SheetRules.MaxText);
            RuleFor(x => x.Rule!).SetValidator(new RuleValidator());
            RuleFor(x => x.Rule).Custom((rule, context) =>
            {
                if (rule is null || rule.Tiers?.Any(tier => tier is null) is true) return;
                if (SheetRules.Fault(rule, context.InstanceToValidate.Max) is { } fault)
                    context.AddFailure(new ValidationFailure(context.PropertyPath, fault.Detail) { ErrorCode = fault.Rule });
            });
        }
    }

    private sealed class RuleValidator : AbstractValidator<DeductionRule>
    {
        private const int MaxTiers = 20;

        public RuleValidator()
        {
            RuleFor(x => x.Form).IsInEnum();
            RuleFor(x => x.Points).PrecisionScale(6, 2, ignoreTrailingZeros: true);
            RuleFor(x => x.Cap).PrecisionScale(6, 2, ignoreTrailingZeros: true);
            RuleFor(x => x.Tiers).AtMost(MaxTiers);
            RuleForEach(x => x.Tiers).NotNull();
        }
    }
}

internal static class StandardValidation
{
    public static void IsStandard<T>(this IRuleBuilder<T, string?> standard) => standard
        .Must(code => code is null || SheetRules.Standards.Contains(code, StringComparer.Ordinal))
        .WithErrorCode(SheetRules.StandardUnknown.Rule).WithMessage(SheetRules.StandardUnknown.Detail);
}
