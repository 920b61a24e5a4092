using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Npgsql;

namespace Campaign.Scoring.Months;

/// <summary>
/// The vetoes and commendations of a year that stand, whatever is made of them: a month, a half-year, the year. None reaches
/// beyond its year, and which months it covers it says itself.
/// </summary>
internal sealed record HonoursOfYear(IReadOnlyList<Commendation> Commendations, IReadOnlyList<Veto> Vetoes)
{
    private static readonly string[] Queries =
    [
        """
        SELECT stream_id, id, event_id, subject, date, reason, level, scope FROM commendations
        WHERE street = $1 AND date BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) AND withdrawn_at IS NULL
        """,
        """
        SELECT id, subject, scope, month, reason, ground FROM vetoes
        WHERE street = $1 AND left(month, 4) = $2::text AND released_at IS NULL
        """,
    ];

    public static async Task<HonoursOfYear> Load(NpgsqlDataSource database, string street, int year, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = connection.CreateBatch();
        foreach (var command in Commands(street, year)) batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await Read(reader, cancellation);
    }

    /// <summary>To be asked in a batch with others; <see cref="Read"/> takes the answers.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Commands(string street, int year) => Queries.Select(sql => new NpgsqlBatchCommand(sql)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = street }, new NpgsqlParameter<int> { TypedValue = year } },
    });

    public static async Task<HonoursOfYear> Read(NpgsqlDataReader reader, CancellationToken cancellation) =>
        new(await reader.Rows(Commendation, cancellation), await reader.Rows(Veto, cancellation));

    private static Commendation Commendation(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.GetString(5),
        row.NameOrNull<CommendationLevel>(6), row.Name<HonourScope>(7));

    private static Veto Veto(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Name<HonourScope>(2), Month.Parse(row.GetString(3)), row.GetString(4),
        row.NameOrNull<VetoGround>(5));
}
