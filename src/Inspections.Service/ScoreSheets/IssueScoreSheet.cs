using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>A changed sheet is its next version; the same one again changes nothing.</summary>
internal sealed record IssueScoreSheet(string Code, string? Name, string Category, IReadOnlyList<SheetItem> Items, DateTimeOffset Now)
{
    public Decision Decide(ScoreSheet sheet) =>
        sheet.Version > 0 && sheet.Name == Name && sheet.Category == Category && sheet.Items.SequenceEqual(Items)
            ? Decision.Nothing
            : Decision.Of(new ScoreSheetIssued(Code, sheet.Version + 1, Name, Category, Items, Now));
}

internal static class IssueScoreSheetEndpoint
{
    public static void Map(RouteGroupBuilder sheets) => sheets
        .MapPut("/{code:length(1,50)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("设置评分表").Produces<IssuedSheet>();

    private static Task<IResult> Handle(string street, string code, SheetBody body, Commands commands) =>
        commands.Run<ScoreSheet>(
            ScoreSheet.Stream(street, code),
            new IssueScoreSheet(code, body.Name, body.Category, body.Items, commands.Now).Decide,
            done => new IssuedSheet(code, done.State.Version));
}

internal sealed record IssuedSheet(string Code, int Version);

internal sealed record SheetBody(string? Name, string Category, IReadOnlyList<SheetItem> Items)
{
    private const int MaxItems = 300;
    private const decimal MaxPoints = 1000;

    internal sealed class Validator : AbstractValidator<SheetBody>
    {
        public Validator()
        {
            RuleFor(x => x.Name).MaximumLength(100);
            RuleFor(x => x.Category).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Items).NotEmpty();
            RuleFor(x => x.Items).Must(items => items.Count <= MaxItems).WithErrorCode("too-many-items")
                .WithMessage($"评分项不能超过 {MaxItems} 项。").When(x => x.Items is not null);
            RuleFor(x => x.Items).Must(items => items.Where(i => i is not null).GroupBy(i => i.No).All(g => g.Count() == 1))
                .WithErrorCode("item-repeated").WithMessage("评分项序号重复。").When(x => x.Items is not null);
            RuleForEach(x => x.Items).NotNull().SetValidator(new ItemValidator());
        }
    }

    private sealed class ItemValidator : AbstractValidator<SheetItem>
    {
        public ItemValidator()
        {
            RuleFor(x => x.No).InclusiveBetween(1, 9999);
            RuleFor(x => x.Text).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Max).GreaterThan(0).LessThanOrEqualTo(MaxPoints);
            RuleFor(x => x.Max).PrecisionScale(6, 2, ignoreTrailingZeros: true);
        }
    }
}
