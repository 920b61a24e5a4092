using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Months;

internal sealed class ClosingDayProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not ClosingDaySet e) return;
        sql.Add(
            """
            INSERT INTO closing_days (street, day, from_month) VALUES ($1, $2::int, $3)
            ON CONFLICT (street) DO UPDATE SET day = excluded.day, from_month = excluded.from_month
            """,
            @event.Stream.Tenant, e.Day, e.From);
    }
}

/// <param name="Day">Of the following month; null: closed by hand only.</param>
/// <param name="From">The first month that closes by itself.</param>
internal sealed record ClosingDay(int? Day, string From)
{
    public DateOnly? ClosesOn(Month month) =>
        Day is { } day && string.CompareOrdinal(month.ToString(), From) >= 0 ? month.Last.AddDays(day) : null;

    /// <summary>The months whose day has come, oldest first.</summary>
    public IEnumerable<Month> DueOn(DateOnly today)
    {
        if (Day is null) yield break;
        for (var month = Month.Parse(From); ClosesOn(month) <= today; month = month.Next) yield return month;
    }
}

internal sealed class ClosingDays(NpgsqlDataSource database)
{
    public async Task<ClosingDay?> Of(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<ClosingDay>(new CommandDefinition(
            """SELECT day AS Day, from_month AS "From" FROM closing_days WHERE street = @street""", new { street },
            cancellationToken: cancellation));
    }

    public async Task<IReadOnlyList<(string Street, ClosingDay Day)>> All(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(string Street, int Day, string From)>(new CommandDefinition(
            "SELECT street, day, from_month FROM closing_days WHERE day IS NOT NULL ORDER BY street", cancellationToken: cancellation));
        return [.. rows.Select(row => (row.Street, new ClosingDay(row.Day, row.From)))];
    }
}
