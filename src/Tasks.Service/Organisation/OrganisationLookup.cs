using Campaign.Documents;
using Campaign.Web;
using Dapper;
using Npgsql;
using System.Text;

namespace Campaign.Tasks.Organisation;

/// <summary>What is registered, as commands of other aggregates ask it.</summary>
internal sealed class OrganisationLookup(NpgsqlDataSource database)
{
    public Task<bool> KnowsStreet(string street, CancellationToken cancellation) =>
        Exists("SELECT EXISTS (SELECT 1 FROM streets WHERE code = @street)", new { street }, cancellation);

    public Task<bool> KnowsUnit(string street, string code, CancellationToken cancellation) =>
        Exists("SELECT EXISTS (SELECT 1 FROM units WHERE street = @street AND code = @code)", new { street, code }, cancellation);

    public Task<bool> KnowsCommunity(string street, string code, CancellationToken cancellation) =>
        Exists("SELECT EXISTS (SELECT 1 FROM communities WHERE street = @street AND code = @code)", new { street, code }, cancellation);

    /// <summary>
    /// Another unit at the same time whose name looks the same; null where there is none, or where this one has it already.
    /// </summary>
    public Task<string?> UnitLike(
        string street, string code, string name, DateOnly from, DateOnly? until, CancellationToken cancellation) =>
        Like(
            """
            SELECT code, name FROM units
            WHERE street = @street AND valid_to IS NULL AND first_day <= @until AND (last_day IS NULL OR last_day >= @from)
            """,
            new { street, from, until = until ?? DateOnly.MaxValue }, code, name, cancellation);

    public Task<string?> CommunityLike(string street, string code, string name, CancellationToken cancellation) =>
        Like("SELECT code, name FROM communities WHERE street = @street AND valid_to IS NULL", new { street }, code, name, cancellation);

    /// <summary>A 主任 of one unit is not the 主任 of another.</summary>
    public Task<string?> PostLike(string street, string code, string title, string? unit, CancellationToken cancellation) => Like(
        "SELECT code, title FROM posts WHERE street = @street AND valid_to IS NULL AND unit IS NOT DISTINCT FROM @unit",
        new { street, unit }, code, title, cancellation);

    /// <summary>Whether an account holds a post on a day.</summary>
    public Task<bool> Holds(string street, string post, string account, DateOnly on, CancellationToken cancellation) => Exists(
        $"SELECT EXISTS (SELECT 1 FROM post_holders h WHERE h.street = @street AND h.code = @post AND h.holder = @account AND {Periods.Holds("h")})",
        new { street, post, account, on }, cancellation);

    /// <summary>Every unit with its newest particulars.</summary>
    public async Task<IReadOnlyList<UnitRow>> Units(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var units = await connection.QueryAsync<UnitRow>(new CommandDefinition(
            $"SELECT {UnitRow.Columns} FROM units p WHERE p.street = @street AND p.valid_to IS NULL ORDER BY p.code",
            new { street }, cancellationToken: cancellation));
        return units.AsList();
    }

    /// <summary>The whole register of a street on a day; null when the street does not take part.</summary>
    public async Task<OrganisationOn?> On(string street, DateOnly on, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
             SELECT code AS Code, version AS Version, name AS Name FROM streets WHERE code = @street;
             SELECT {CommunityRow.Columns} FROM communities p WHERE p.street = @street AND {Periods.Holds("p")} ORDER BY p.code;
             SELECT {UnitRow.Columns} FROM units p WHERE p.street = @street AND {Periods.Holds("p")} ORDER BY p.code;
             SELECT {PostRow.Columns} FROM {PostRow.Table} WHERE p.street = @street AND {Periods.Holds("p")} ORDER BY p.code;
             """,
            new { street, on }, cancellationToken: cancellation));
        var known = await answers.ReadSingleOrDefaultAsync<StreetRow>();
        var communities = (await answers.ReadAsync<CommunityRow>()).AsList();
        var units = (await answers.ReadAsync<UnitRow>()).AsList();
        var posts = (await answers.ReadAsync<PostRow>()).AsList();
        return known is null ? null : new(on, known, communities, units, posts);
    }

    public Task<HashSet<string>> Communities(string street, CancellationToken cancellation) => Codes("communities", street, cancellation);

    public Task<HashSet<string>> Posts(string street, CancellationToken cancellation) => Codes("posts", street, cancellation);

    /// <summary>Null when there is no such post.</summary>
    public async Task<PostRole?> RoleOf(string street, string post, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var role = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT role FROM posts WHERE street = @street AND code = @post AND valid_to IS NULL", new { street, post },
            cancellationToken: cancellation));
        return role is null ? null : Enum.Parse<PostRole>(role);
    }

    /// <summary>The posts an account holds on a day, each with its unit.</summary>
    public async Task<IReadOnlyList<(string Code, string? Unit)>> PostsHeldBy(
        string street, string account, DateOnly on, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var posts = await connection.QueryAsync<(string, string?)>(new CommandDefinition(
            $"SELECT p.code, p.unit FROM {PostRow.Table} WHERE p.street = @street AND h.holder = @account AND {Periods.Holds("p")}",
            new { street, account, on }, cancellationToken: cancellation));
        return posts.AsList();
    }

    /// <summary>The communities that the posts of an account answer for on a day.</summary>
    public async Task<IReadOnlyList<CommunityOfPosts>> CommunitiesOf(
        string street, string account, DateOnly on, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var communities = await connection.QueryAsync<CommunityOfPosts>(new CommandDefinition(
            $"""
             SELECT c.code AS Code, c.name AS Name, array_agg(DISTINCT p.code ORDER BY p.code) AS Posts
             FROM {PostRow.Table} JOIN communities c ON c.street = p.street AND c.code = ANY (p.communities) AND {Periods.Holds("c")}
             WHERE p.street = @street AND h.holder = @account AND {Periods.Holds("p")} GROUP BY c.code, c.name ORDER BY c.code
             """,
            new { street, account, on }, cancellationToken: cancellation));
        return communities.AsList();
    }

    /// <summary>Who answers for the communities on a day, as far as the posts are held.</summary>
    public async Task<Guarantors> GuarantorsOn(string street, DateOnly on, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            $"""
             SELECT code, community FROM units WHERE street = @street AND valid_to IS NULL AND community IS NOT NULL;
             SELECT p.code AS Code, p.unit AS Unit, p.fields AS Fields, p.communities AS Communities FROM {PostRow.Table}
             WHERE p.street = @street AND p.role = 'Guarantor' AND h.holder IS NOT NULL AND {Periods.Holds("p")};
             """,
            new { street, on }, cancellationToken: cancellation));
        var communities = await answers.ReadAsync<(string Unit, string Community)>();
        var posts = await answers.ReadAsync<GuarantorPost>();
        return new(communities.ToDictionary(unit => unit.Unit, unit => unit.Community, StringComparer.Ordinal), posts.AsList());
    }

    private async Task<string?> Like(string sql, object arguments, string code, string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var known = (await connection.QueryAsync<(string Code, string Name)>(
            new CommandDefinition(sql, arguments, cancellationToken: cancellation))).AsList();
        if (known.Exists(one => one.Code == code && one.Name == name)) return null;
        var look = NameText.Look(name);
        var other = known.Find(one => one.Code != code && NameText.Look(one.Name) == look);
        return other.Code is null ? null : $"{other.Code} {other.Name}";
    }

    private async Task<HashSet<string>> Codes(string table, string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var codes = await connection.QueryAsync<string>(new CommandDefinition(
            $"SELECT DISTINCT code FROM {table} WHERE street = @street", new { street }, cancellationToken: cancellation));
        return codes.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<bool> Exists(string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(sql, arguments, cancellationToken: cancellation));
    }
}

/// <summary>Nothing is written for a street that the district has not registered, and codes stay readable in addresses.</summary>
internal sealed class RegisteredStreetOnly(OrganisationLookup register) : IEndpointFilter
{
    private const int MaxCode = 30;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method)) return await next(context);
        if (http.GetRouteValue("code") is string code && !IsCode(code)) return Problems.Of(OrganisationRules.CodeInvalid);
        return http.GetRouteValue("street") is string street && await register.KnowsStreet(street, http.RequestAborted)
            ? await next(context)
            : Problems.Of(OrganisationRules.StreetUnknown);
    }

    internal static bool IsCode(string code) =>
        code.Length is > 0 and <= MaxCode
        && code.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or '·');
}
