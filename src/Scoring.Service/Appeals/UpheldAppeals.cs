using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Npgsql;

namespace Campaign.Scoring.Appeals;

/// <summary>A line is waived by an appeal that was upheld.</summary>
internal sealed class UpheldAppeals : IWaiverSource
{
    public NpgsqlBatchCommand Command(string street, Month month) =>
        new("SELECT subject, kind, event_id, text, points FROM waivers WHERE street = $1 AND month = $2 ORDER BY event_id")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = street },
                new NpgsqlParameter<string> { TypedValue = month.ToString() },
            },
        };

    public Task<IReadOnlyList<Waiver>> Read(NpgsqlDataReader reader, CancellationToken cancellation) => reader.Rows(
        row => new Waiver(row.GetString(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetDecimal(4)), cancellation);
}
