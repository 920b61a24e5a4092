using Campaign.Scoring.Assignments;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Npgsql;

namespace Campaign.Scoring.Months;

/// <summary>Reads all that a street's month is computed from, in one round trip.</summary>
internal sealed class MonthFactsQuery(NpgsqlDataSource database, IWaiverSource waiverSource)
{
    // 24:00 of the last day is the month's, and was the next month's once (MonthEdition): both ends are wanted.
    // A finding touches the month by something that happened or fell due in it, or by being open at its end; then all its
    // facts are wanted.
    private const string Touching =
        """
        SELECT case_id FROM case_facts WHERE street = $1 AND at >= $2 AND at < $3
        UNION SELECT case_id FROM case_facts WHERE street = $1 AND due >= $2 AND due <= $3
        UNION SELECT case_id FROM case_rounds WHERE street = $1 AND opened_at < $3 AND (closed_at IS NULL OR closed_at >= $3)
        """;

    private static readonly string[] Queries =
    [
        """
        SELECT s.code, s.name, s.category, s.takes_part_from, s.takes_part_until, p.month, p.area_km2, p.population, p.class FROM subjects s
        LEFT JOIN LATERAL (
            SELECT * FROM subject_profiles WHERE street = s.street AND code = s.code AND month <= $6 ORDER BY month DESC LIMIT 1) p ON true
        WHERE s.street = $1 AND s.category IS NOT NULL
        """,
        """
        SELECT id, version, event_id, subject, kind, date, score, reference FROM visits
        WHERE street = $1 AND date BETWEEN $4 AND $5 AND NOT withdrawn
        """,
        $"SELECT case_id, version, kind, event_id, case_number, round, unit, due, at FROM case_facts WHERE street = $1 AND case_id IN ({Touching})",
        "SELECT id, version, event_id, title, unit, due FROM missed_deadlines WHERE street = $1 AND due >= $2 AND due <= $3",
        "SELECT stream_id, id, event_id, subject, item, value, date, reason FROM manual_entries WHERE street = $1 AND date BETWEEN $4 AND $5",
        $"SELECT case_id, round, at FROM case_handlings WHERE street = $1 AND case_id IN ({Touching})",
    ];

    public async Task<MonthFacts> Load(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Load(connection, street, month, cancellation);
    }

    /// <summary>From whichever tables the connection's search path means.</summary>
    public async Task<MonthFacts> Load(NpgsqlConnection connection, string street, Month month, CancellationToken cancellation)
    {
        await using var batch = connection.CreateBatch();
        foreach (var sql in Queries) batch.BatchCommands.Add(Command(sql, street, month));
        batch.BatchCommands.Add(waiverSource.Command(street, month));
        foreach (var command in HonoursOfYear.Commands(street, month.Year)) batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var (subjects, inspections) = (await reader.Rows(Subject, cancellation), await reader.Rows(Inspection, cancellation));
        var findings = await reader.Rows(FindingFact, cancellation);
        var overdueAssignments = await reader.Rows(OverdueAssignment, cancellation);
        var (entries, reports) = (await reader.Rows(ManualEntry, cancellation), await reader.Rows(RectificationReport, cancellation));
        var waivers = await waiverSource.Read(reader, cancellation);
        var honours = await HonoursOfYear.Read(reader, cancellation);
        return new MonthFacts(
            subjects, inspections, findings, honours.Commendations, honours.Vetoes, overdueAssignments, entries, reports).Without(waivers);
    }

    private static NpgsqlBatchCommand Command(string sql, string street, Month month)
    {
        object[] arguments =
            [street, month.Start.ToUniversalTime(), month.End.ToUniversalTime(), month.First, month.Last, month.ToString()];
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private static Subject Subject(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3), row.ValueOrNull<DateOnly>(4),
        row.IsDBNull(5) ? null : new SubjectProfile(row.ValueOrNull<decimal>(6), row.ValueOrNull<long>(7), row.TextOrNull(8)));

    private static InspectionFact Inspection(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateOnly>(5),
        row.ValueOrNull<decimal>(6), row.TextOrNull(7));

    private static FindingFact FindingFact(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.Name<FindingFactKind>(2), row.GetGuid(3), row.GetString(4), row.GetInt32(5),
        row.TextOrNull(6), row.ValueOrNull<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8));

    private static OverdueAssignment OverdueAssignment(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5));

    private static ManualEntry ManualEntry(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetDecimal(5),
        row.GetFieldValue<DateOnly>(6), row.GetString(7));

    private static RectificationReport RectificationReport(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2));
}
