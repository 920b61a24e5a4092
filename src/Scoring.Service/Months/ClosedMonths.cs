using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Months;

internal sealed class MonthProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var street = @event.Stream.Tenant;
        switch (@event.Data)
        {
            case MonthClosed e:
                sql.Add(
                    "INSERT INTO months (street, month, version, closing) VALUES ($1, $2, $3, $4::jsonb)",
                    street, e.Month, @event.Version, StoredJson.Write(e));
                break;
            case ScorecardClosed e:
                sql.Add(
                    "INSERT INTO scorecards (street, month, subject, card) VALUES ($1, $2, $3, $4::jsonb)",
                    street, e.Month, e.Card.Subject, StoredJson.Write(e.Card));
                break;
            case MonthPublished e:
                sql.Add(
                    "UPDATE months SET version = $3, year = $4, number = $5 WHERE street = $1 AND month = $2",
                    street, e.Month, @event.Version, e.Year, e.Number);
                break;
            case BulletinPublished e:
                sql.Add(
                    "INSERT INTO bulletins (street, year, number, bulletin) VALUES ($1, $2, $3, $4::jsonb)",
                    street, e.Year, e.Number, StoredJson.Write(e));
                break;
        }
    }
}

/// <summary>A month as it was closed.</summary>
internal sealed record ClosedMonth(MonthStatus Status, long Version, string PolicyFrom, Policy Policy, MonthScoring Scoring);

internal sealed class ClosedMonths(NpgsqlDataSource database)
{
    /// <summary>The street's closed months, <c>yyyy-MM</c>.</summary>
    public async Task<IReadOnlyCollection<string>> Of(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT month FROM months WHERE street = @street", new { street }, cancellationToken: cancellation))).AsList();
    }

    /// <summary>One scorecard without the rest of its month, and whether that is closed at all.</summary>
    public async Task<(bool Closed, Scorecard? Card)> Card(string street, Month month, string subject, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (closed, card) = await connection.QuerySingleAsync<(bool, string?)>(new CommandDefinition(
            """
            SELECT EXISTS (SELECT 1 FROM months WHERE street = @street AND month = @month),
                (SELECT card FROM scorecards WHERE street = @street AND month = @month AND subject = @subject)
            """,
            new { street, month = month.ToString(), subject }, cancellationToken: cancellation));
        return (closed, card is null ? null : StoredJson.Read<Scorecard>(card));
    }

    public async Task<ClosedMonth?> Find(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT version, closing, number FROM months WHERE street = @street AND month = @month;
            SELECT card FROM scorecards WHERE street = @street AND month = @month ORDER BY subject
            """,
            new { street, month = month.ToString() }, cancellationToken: cancellation));
        if (await results.ReadSingleOrDefaultAsync<(long Version, string Closing, int? Number)?>() is not { } row) return null;
        var closing = StoredJson.Read<MonthClosed>(row.Closing);
        var cards = (await results.ReadAsync<string>()).Select(StoredJson.Read<Scorecard>);
        return new(
            row.Number is null ? MonthStatus.Closed : MonthStatus.Published, row.Version, closing.PolicyFrom, closing.Policy,
            new MonthScoring([.. cards], closing.MissingWeeks, closing.Counts, closing.Figures));
    }
}
