using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Dapper;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Campaign.Scoring.ScoreCache;

/// <summary>
/// An open month is computed once for what is known: again when anything was appended to the street's streams, on whatever instance,
/// or a minute has passed. Changes are counted by the appends themselves, so two equal counts have seen the same commits.
/// </summary>
internal sealed class MonthScoreCache(NpgsqlDataSource database, TimeProvider clock) : IDisposable
{
    private const int MaxMonths = 64;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxMonths });

    /// <param name="compute">By the facts as they stand, as of the given moment; null when no policy is in force.</param>
    public async Task<ComputedMonth?> Get(
        string street, Month month, Func<DateTimeOffset, Task<ComputedMonth?>> compute, CancellationToken cancellation)
    {
        // The count is read before the facts: what comes in between is known too early, never too late.
        var (changes, asOf) = (await Changes(street, cancellation), ThisMinute());
        if (cache.TryGetValue((street, month), out Entry? kept) && kept!.Changes == changes && kept.AsOf == asOf)
            return await kept.Computed.Value.WaitAsync(cancellation);

        var entry = new Entry(changes, asOf, new(() => compute(asOf)));
        cache.Set((street, month), entry, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        try
        {
            return await entry.Computed.Value.WaitAsync(cancellation);
        }
        catch when (entry.Computed.Value.IsFaulted)
        {
            cache.Remove((street, month));
            throw;
        }
    }

    public void Dispose() => cache.Dispose();

    private async Task<long> Changes(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT coalesce(sum(changes), 0)::bigint FROM street_changes WHERE street = @street", new { street },
            cancellationToken: cancellation));
    }

    private DateTimeOffset ThisMinute()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
    }

    private sealed record Entry(long Changes, DateTimeOffset AsOf, Lazy<Task<ComputedMonth?>> Computed);
}

/// <param name="PolicyFrom">The policy is in force from this month.</param>
internal sealed record ComputedMonth(string PolicyFrom, Policy Policy, MonthScoring Scoring);
