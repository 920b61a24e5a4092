using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Npgsql;

namespace Campaign.Scoring.Months;

/// <summary>Which lines of a month are not counted. Asked in a batch with the facts of the month.</summary>
internal interface IWaiverSource
{
    NpgsqlBatchCommand Command(string street, Month month);

    /// <summary>Takes the answer to <see cref="Command"/>.</summary>
    Task<IReadOnlyList<Waiver>> Read(NpgsqlDataReader reader, CancellationToken cancellation);
}
