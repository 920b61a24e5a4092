using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Months;

/// <summary>A month as it was closed or, where it was corrected, as it reads since.</summary>
/// <param name="Version">Of the month's stream.</param>
/// <param name="Scoring">As of the last of <paramref name="Corrections"/>.</param>
internal sealed record ClosedMonth(
    MonthStatus Status, long Version, string PolicyFrom, Policy Policy, MonthScoring Scoring, MonthClosed Closing,
    IReadOnlyList<MonthCorrected> Corrections);

internal sealed class ClosedMonths(NpgsqlDataSource database) : IClosedMonths
{
    /// <summary>As it reads now; an earlier bulletin asks for the edition it announced.</summary>
    public const int Newest = int.MaxValue;

    /// <summary>The street's closed months, <c>yyyy-MM</c>.</summary>
    public async Task<IReadOnlyCollection<string>> Of(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT month FROM months WHERE street = @street ORDER BY month", new { street }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>One scorecard without the rest of its month, and whether that is closed at all.</summary>
    public async Task<(bool Closed, Scorecard? Card)> Card(string street, Month month, string subject, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (closed, card) = await connection.QuerySingleAsync<(bool, string?)>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT 1 FROM months WHERE street = @street AND month = @month),
                (SELECT card FROM scorecards WHERE street = @street AND month = @month AND subject = @subject ORDER BY edition DESC LIMIT 1)
            """,
            new { street, month = month.ToString(), subject }, cancellationToken: cancellation));
        return (closed, card is null ? null : StoredJson.Read<Scorecard>(card));
    }

    /// <summary>Versions of the scorecards' streams.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CardVersions(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(string Subject, long Version)>(new CommandDefinition(
            "SELECT subject, count(*) FROM scorecards WHERE street = @street AND month = @month GROUP BY subject",
            new { street, month = month.ToString() }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Subject, row => row.Version, StringComparer.Ordinal);
    }

    /// <param name="edition">0 as closed, n as of the n-th correction.</param>
    public async Task<ClosedMonth?> Find(string street, Month month, CancellationToken cancellation, int edition = Newest)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT version, closing, number FROM months WHERE street = @street AND month = @month;
            SELECT card FROM (
                SELECT DISTINCT ON (subject) subject, card FROM scorecards WHERE street = @street AND month = @month AND edition <= @edition
                ORDER BY subject, edition DESC) newest
            WHERE card IS NOT NULL ORDER BY subject;
            SELECT correction FROM corrections WHERE street = @street AND month = @month AND edition <= @edition ORDER BY edition
            """,
            new { street, month = month.ToString(), edition }, cancellationToken: cancellation));
        if (await results.ReadSingleOrDefaultAsync<(long Version, string Closing, int? Number)?>() is not { } row) return null;
        var closing = StoredJson.Read<MonthClosed>(row.Closing);
        var cards = (await results.ReadAsync<string>()).Select(StoredJson.Read<Scorecard>).ToList();
        var corrections = (await results.ReadAsync<string>()).Select(StoredJson.Read<MonthCorrected>).ToList();
        var scoring = corrections is [.., var last]
            ? new MonthScoring(cards, last.MissingWeeks, last.Counts.ToMonthCounts(), last.PinnedFigures?.ToPinnedFigures())
            : new MonthScoring(cards, closing.MissingWeeks, closing.Counts.ToMonthCounts(), closing.Figures?.ToPinnedFigures());
        return new(
            row.Number is null
                ? MonthStatus.Closed
                : MonthStatus.Published, row.Version, closing.PolicyFrom, closing.Policy.ToPolicy(), scoring,
            closing, corrections);
    }
}
