using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Subjects;

internal sealed class SubjectProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var street = @event.Stream.Tenant;
        if (@event.Data is SubjectRegistered e)
        {
            sql.Add(
                """
                INSERT INTO subjects (street, code, name, category, takes_part_from, takes_part_until) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (street, code) DO UPDATE SET name = $3, category = $4, takes_part_from = $5, takes_part_until = $6
                """,
                street, e.Unit, e.Name, e.Category, e.From, e.Until);
        }
        else if (@event.Data is SubjectProfiled profile)
        {
            sql.Add(
                """
                INSERT INTO subject_profiles (street, code, month, area_km2, population, class) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (street, code, month) DO UPDATE SET area_km2 = $4, population = $5, class = $6
                """,
                street, profile.Subject, profile.From, profile.AreaKm2, profile.Population, profile.Class);
        }
        else if (@event.Data is StreetNamed named)
        {
            sql.Add("INSERT INTO streets (street, name) VALUES ($1, $2) ON CONFLICT (street) DO UPDATE SET name = $2", street, named.Name);
        }
    }
}

/// <summary>Who is scored in a street.</summary>
internal sealed class SubjectList(NpgsqlDataSource database)
{
    public static readonly Refusal Unknown = new("subject-unknown", "没有这个考评对象。", RefusalKind.Invalid, "/subject");

    public static readonly Refusal NotFound = Unknown with { Rule = "subject-not-found", Kind = RefusalKind.NotFound, Pointer = null };

    private const string Ranked =
        """
        SELECT code AS Subject, name AS Name, category AS Category, takes_part_from AS "From", takes_part_until AS Until FROM subjects
        WHERE street = @street AND category IS NOT NULL
        """;

    public async Task<bool> Know(string street, string code, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT 1 FROM subjects WHERE street = @street AND code = @code AND category IS NOT NULL)",
            new { street, code }, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<Subject>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<RegisteredSubject>(new CommandDefinition(
            $"{Ranked} ORDER BY code",
            new { street }, cancellationToken: cancellation));
        return [.. rows.Select(row => new Subject(row.Subject, row.Name, row.Category, row.From, row.Until))];
    }

    public static void Map(RouteGroupBuilder street) => street
        .MapGet("/subjects", List).Allow(Enum.GetValues<Role>()).WithTags("Subjects")
        .WithSummary("考评对象").Produces<Page<RegisteredSubject>>();

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<RegisteredSubject>(
            $"{Ranked} AND code > @after ORDER BY code LIMIT @rows",
            new { street, after = after ?? "", rows = take + 1 });
        return Paging.Page(http, rows.AsList(), take, s => s.Subject);
    }
}

internal sealed record RegisteredSubject(string Subject, string Name, string Category, DateOnly From, DateOnly? Until);
