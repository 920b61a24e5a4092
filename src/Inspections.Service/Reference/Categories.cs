using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

/// <summary>问题类别: the district's list was set as a whole; its version is that of its stream.</summary>
internal sealed record FindingCategoriesSet(IReadOnlyList<Stored.FindingCategory> Categories, DateTimeOffset At) : ICategoryEvent;

internal interface ICategoryEvent;

/// <param name="Limit">Usual time limit as the list words it (<c>4工作时</c>).</param>
/// <param name="Chapter">Chapter of the standard it belongs to.</param>
/// <param name="OpeningCriterion">立案标准: what makes it a case.</param>
/// <param name="ClosingCriterion">结案标准: what the verifier looks for.</param>
/// <param name="Severity">Where the reporter says none.</param>
/// <param name="Crosswalk">What other systems call it.</param>
internal sealed record FindingCategory(
    string Code, string Name, string? Limit, string? Chapter, string? UsualUnit, string? OpeningCriterion = null,
    string? ClosingCriterion = null, Severity? Severity = null, IReadOnlyList<ForeignCode>? Crosswalk = null);

/// <param name="System">数字城管, 12345 …</param>
internal sealed record ForeignCode(string System, string Code, string? Name = null);

internal sealed record CategoryList(IReadOnlyList<FindingCategory> Categories) : IAggregate<CategoryList, ICategoryEvent>
{
    public static readonly StreamId Stream = new("district", DeterministicGuid.From(Guid.Empty, "finding-categories"));

    public static CategoryList Initial { get; } = new([]);

    public CategoryList Evolve(ICategoryEvent @event) => @event switch
    {
        FindingCategoriesSet e => new([.. e.Categories.Select(category => category.ToFindingCategory())]),
    };
}

internal sealed record SetFindingCategories(IReadOnlyList<FindingCategory> Categories, DateTimeOffset Now)
{
    public Decision Decide(CategoryList list) =>
        ByValue.Same(list.Categories, Categories)
            ? Decision.Nothing
            : Decision.Of(new FindingCategoriesSet([.. Categories.Select(Stored.FindingCategory.Of)], Now));
}

/// <summary>Every version is kept: a case is shown by the one it was judged under.</summary>
internal sealed class CategoriesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not FindingCategoriesSet e) return;
        sql.Add("UPDATE finding_categories SET current = false WHERE current");
        sql.Add(
            """
            INSERT INTO finding_categories (list_version, position, code, current, entry)
            SELECT $1, position, code, true, entry::jsonb FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS c (code, entry, position)
            """,
            @event.Version, e.Categories.Select(c => c.Code).ToArray(),
            e.Categories.Select(category => ByValue.Json(category.ToFindingCategory())).ToArray());
    }
}

/// <param name="Version">Version of the list.</param>
internal sealed record ListedCategory(int Version, FindingCategory Category);

internal sealed class Categories(NpgsqlDataSource database)
{
    private const string OfVersion = "(@version::int IS NULL AND current OR list_version = @version)";
    private const string Columns = "SELECT list_version, entry::text FROM finding_categories";

    /// <summary>Those of the codes as they stand now.</summary>
    public const string Current = $"{Columns} WHERE code = ANY (@codes) AND current";

    public static IEnumerable<ListedCategory> Listed(IEnumerable<(int Version, string Entry)> rows) =>
        rows.Select(row => new ListedCategory(row.Version, ByValue.Of<FindingCategory>(row.Entry)));

    /// <summary>A category as it stands now, or as it stood in a version of the list.</summary>
    public async Task<ListedCategory?> Find(string code, int? version, CancellationToken cancellation) =>
        await Rows($"code = @code AND {OfVersion}", new { code, version }, cancellation) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<ListedCategory>> All(int? version, CancellationToken cancellation) =>
        Rows(OfVersion, new { version }, cancellation);

    /// <summary>Those that another system calls by this code; a list taken over from it has its codes as its own.</summary>
    public Task<IReadOnlyList<ListedCategory>> Called(string foreignCode, CancellationToken cancellation) => Rows(
        "current AND (code = @foreignCode OR entry -> 'Crosswalk' @> jsonb_build_array(jsonb_build_object('Code', @foreignCode::text)))",
        new { foreignCode }, cancellation);

    private async Task<IReadOnlyList<ListedCategory>> Rows(string condition, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(int Version, string Entry)>(new CommandDefinition(
            $"{Columns} WHERE {condition} ORDER BY position", arguments, cancellationToken: cancellation));
        return [.. Listed(rows)];
    }
}
