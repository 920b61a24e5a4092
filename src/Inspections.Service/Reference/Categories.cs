using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Inspections.Reference;

/// <summary>问题类别: the district's list was set as a whole.</summary>
internal sealed record FindingCategoriesSet(IReadOnlyList<FindingCategory> Categories, DateTimeOffset At);

/// <param name="Limit">Usual time limit as the list words it (<c>4工作时</c>).</param>
/// <param name="Chapter">Chapter of the standard it belongs to.</param>
internal sealed record FindingCategory(string Code, string Name, string? Limit, string? Chapter, string? UsualUnit);

internal sealed record CategoryList(IReadOnlyList<FindingCategory> Categories) : IAggregate<CategoryList>
{
    public static readonly StreamId Stream = new("district", DeterministicGuid.From(Guid.Empty, "finding-categories"));

    public static CategoryList Initial { get; } = new([]);

    public CategoryList Evolve(object @event) => @event is FindingCategoriesSet e ? new(e.Categories) : this;
}

internal sealed record SetFindingCategories(IReadOnlyList<FindingCategory> Categories, DateTimeOffset Now)
{
    public Decision Decide(CategoryList list) =>
        list.Categories.SequenceEqual(Categories) ? Decision.Nothing : Decision.Of(new FindingCategoriesSet(Categories, Now));
}

internal sealed class CategoriesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not FindingCategoriesSet e) return;
        sql.Add("DELETE FROM finding_categories");
        sql.Add(
            """
            INSERT INTO finding_categories (position, code, name, "limit", chapter, usual_unit)
            SELECT position, code, name, "limit", chapter, usual_unit
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                WITH ORDINALITY AS c (code, name, "limit", chapter, usual_unit, position)
            """,
            Column(e, c => c.Code), Column(e, c => c.Name), Column(e, c => c.Limit), Column(e, c => c.Chapter), Column(e, c => c.UsualUnit));
    }

    private static string?[] Column(FindingCategoriesSet set, Func<FindingCategory, string?> value) => [.. set.Categories.Select(value)];
}

/// <summary>The list as it is now.</summary>
internal sealed class Categories(NpgsqlDataSource database)
{
    public async Task<bool> Know(string code, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT 1 FROM finding_categories WHERE code = @code)", new { code }, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<FindingCategory>> All(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<FindingCategory>(new CommandDefinition(
            """
            SELECT code AS Code, name AS Name, "limit" AS Limit, chapter AS Chapter, usual_unit AS UsualUnit
            FROM finding_categories ORDER BY position
            """,
            cancellationToken: cancellation));
        return rows.AsList();
    }
}

internal static class CategoriesEndpoints
{
    public static void Map(RouteGroupBuilder district)
    {
        district.MapPut("/finding-categories", Put).WithSummary("设置问题类别").Produces<Done>();
        district.MapGet("/finding-categories", Get).Allow(Enum.GetValues<Role>()).WithSummary("问题类别").Produces<CategoryListBody>();
    }

    private static Task<IResult> Put(CategoryListBody body, Commands commands) =>
        commands.Run<CategoryList>(CategoryList.Stream, new SetFindingCategories(body.Categories, commands.Now).Decide);

    private static async Task<IResult> Get(Categories categories, CancellationToken cancellation) =>
        TypedResults.Ok(new CategoryListBody(await categories.All(cancellation)));
}

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
            RuleFor(x => x.Categories).Must(all => all.Where(c => c is not null).GroupBy(c => c.Code, StringComparer.Ordinal).All(g => g.Count() == 1))
                .WithErrorCode("code-repeated").WithMessage("类别代码重复。").When(x => x.Categories is not null);
            RuleForEach(x => x.Categories).NotNull().SetValidator(new CategoryValidator());
        }
    }

    private sealed class CategoryValidator : AbstractValidator<FindingCategory>
    {
        public CategoryValidator()
        {
            RuleFor(x => x.Code).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Limit).MaximumLength(50);
            RuleFor(x => x.Chapter).MaximumLength(20);
            RuleFor(x => x.UsualUnit).MaximumLength(100);
        }
    }
}
