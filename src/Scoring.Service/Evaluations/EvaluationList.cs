using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Evaluations;

internal sealed class EvaluationProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var street = @event.Stream.Tenant;
        switch (@event.Data)
        {
            case EvaluationOpened e:
                sql.Add(
                    """
                    INSERT INTO evaluations (street, half, version, ballots, opened) VALUES ($1, $2, $3, 0, $4::jsonb)
                    ON CONFLICT (street, half) DO UPDATE SET version = $3, opened = excluded.opened
                    """,
                    street, e.Half, @event.Version, StoredJson.Write(e));
                break;
            case BallotCast e:
                sql.Add(
                    "UPDATE evaluations SET version = $3, ballots = $4 WHERE street = $1 AND half = $2", street, e.Half,
                    @event.Version, e.Ballots);
                break;
            case EvaluationClosed e:
                sql.Add(
                    "UPDATE evaluations SET version = $3, closed = $4::jsonb WHERE street = $1 AND half = $2",
                    street, e.Half, @event.Version, StoredJson.Write(e));
                break;
        }
    }
}

/// <param name="Holders">How many may vote.</param>
/// <param name="Ballots">How many have.</param>
/// <param name="Quorum">How many must have before anything is counted.</param>
/// <param name="Results">Empty until it is closed, and where an earlier release closed it with fewer ballots than the quorum.</param>
internal sealed record EvaluationReport(
    string Half, long Version, bool Closed, int Holders, int Ballots, int DropHighest, int DropLowest, int Quorum,
    IReadOnlyList<EvaluatedSubject> Subjects,
    IReadOnlyList<EvaluationMean> Results)
{
    /// <summary>What the totals are made of, exactly.</summary>
    [JsonIgnore]
    public IReadOnlyList<EvaluationResult> Counted { get; init; } = [];
}

internal sealed class EvaluationList(NpgsqlDataSource database)
{
    private sealed record Row(long Version, int Ballots, string Opened, string? Closed)
    {
        public EvaluationReport Report()
        {
            var (opened, closed) = (
                StoredJson.Read<EvaluationOpened>(Opened), Closed is null ? null : StoredJson.Read<EvaluationClosed>(Closed));
            var (quorum, counted) = (
                opened.Quorum ?? Evaluation.DefaultQuorum, (closed?.Results ?? []).Select(result => result.ToEvaluationResult()).ToList());
            return new(
                opened.Half, Version, closed is not null, opened.Holders.Count, Ballots, opened.DropHighest, opened.DropLowest, quorum,
                [.. opened.Subjects.Select(subject => subject.ToEvaluatedSubject())],
                [.. closed?.Ballots >= quorum ? counted.Select(result => new EvaluationMean(result.Subject, result.Mean)) : []])
            {
                Counted = counted,
            };
        }
    }

    /// <summary>The rounds of a year, whether closed or not.</summary>
    public async Task<IReadOnlyList<EvaluationReport>> Of(string street, int year, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT version AS Version, ballots AS Ballots, opened AS Opened, closed AS Closed FROM evaluations
            WHERE street = @street AND half = ANY (@halves) ORDER BY half
            """,
            new { street, halves = new[] { $"{year}-H1", $"{year}-H2" } }, cancellationToken: cancellation))).Select(row => row.Report())];
    }

    public static void Map(RouteGroupBuilder evaluations) => evaluations
        .MapGet("/{half}", Get).Allow(Enum.GetValues<Role>()).WithSummary("综合评议").Produces<EvaluationReport>().WithETag();

    private static async Task<IResult> Get(string street, string half, EvaluationList evaluations, HttpContext http)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        if ((await evaluations.Of(street, asked.Year, http.RequestAborted)).FirstOrDefault(e => e.Half == half) is not { } found)
            return Problems.Of(EvaluationRules.NotFound);
        ETags.Write(http, found.Version);
        return TypedResults.Ok(found);
    }
}
