using Campaign.Inspections.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Reference;

internal static class CategoriesEndpoints
{
    public static void Map(RouteGroupBuilder district)
    {
        district.MapPut("/finding-categories", Put).WithSummary("设置问题类别").Produces<VersionedResult>();
        district.MapGet("/finding-categories", Get).Allow(Enum.GetValues<Role>())
            .WithSummary("问题类别（?version= 历史版本，?crosswalk= 按外部代码查找）").Produces<CategoryListing>();
    }

    private static Task<IResult> Put(CategoryListBody body, Commands commands) =>
        commands.Run<CategoryList>(CategoryList.Stream, new SetFindingCategories(body.Categories, commands.Now).Decide);

    private static async Task<IResult> Get(int? version, string? crosswalk, Categories categories, CancellationToken cancellation)
    {
        var rows = crosswalk is null ? await categories.All(version, cancellation) : await categories.Called(crosswalk, cancellation);
        return TypedResults.Ok(new CategoryListing(rows is [var first, ..] ? first.Version : null, [.. rows.Select(row => row.Category)]));
    }
}

/// <param name="Version">Version of the list; a finding names the one it was judged under.</param>
internal sealed record CategoryListing(int? Version, IReadOnlyList<FindingCategory> Categories);

internal sealed record CategoryListBody(IReadOnlyList<FindingCategory> Categories)
{
    private const int MaxCategories = 1000;

    internal sealed class Validator : AbstractValidator<CategoryListBody>
    {
        public Validator()
        {
            RuleFor(x => x.Categories).NotEmpty();
            RuleFor(x => x.Categories).Must(all => all.Count <= MaxCategories).WithErrorCode("too-many-categories")
                .WithMessage($"类别不能超过 {MaxCategories} 个。").When(x => x.Categories is not null);
            RuleFor(x => x.Categories)
                .Must(all => all.Where(c => c is not null).GroupBy(c => c.Code, StringComparer.Ordinal).All(g => g.Count() == 1))
                .WithErrorCode("code-repeated").WithMessage("类别代码重复。").When(x => x.Categories is not null);
            RuleForEach(x => x.Categories).NotNull().SetValidator(new CategoryValidator());
        }
    }

    private sealed class CategoryValidator : AbstractValidator<FindingCategory>
    {
        private const int MaxForeignCodes = 20;

        public CategoryValidator()
        {
            RuleFor(x => x.Code).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Limit).MaximumLength(50);
            RuleFor(x => x.Chapter).MaximumLength(20);
            RuleFor(x => x.Group).IsName().MaximumLength(50);
            RuleFor(x => x.UsualUnit).MaximumLength(100);
            RuleFor(x => x.OpeningCriterion).MaximumLength(1000);
            RuleFor(x => x.ClosingCriterion).MaximumLength(1000);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Crosswalk).AtMost(MaxForeignCodes);
            RuleForEach(x => x.Crosswalk).NotNull().ChildRules(foreign =>
            {
                foreign.RuleFor(x => x.System).NotEmpty().MaximumLength(50);
                foreign.RuleFor(x => x.Code).NotEmpty().MaximumLength(50);
                foreign.RuleFor(x => x.Name).MaximumLength(100);
            });
        }
    }
}
