using Dapper;
using Npgsql;

namespace Campaign.Chaos;

/// <summary>When nothing is on its way any more: every event published, every queue empty, twice in a row.</summary>
internal static class Settlement
{
    private static readonly string[] Publishing = ["tasks", "inspections", "scoring"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>False when it did not come to rest; what is missing then counts as lost.</returns>
    public static async Task<bool> Wait(Inside inside, TimeProvider clock, CancellationToken ct)
    {
        var giveUpAt = clock.GetUtcNow() + Limit;
        for (var quiet = 0; quiet < 2;)
        {
            quiet = await IsQuiet(inside, ct) ? quiet + 1 : 0;
            if (clock.GetUtcNow() > giveUpAt) return false;
            await Task.Delay(Pause, clock, ct);
        }
        return true;
    }

    private static async Task<bool> IsQuiet(Inside inside, CancellationToken ct)
    {
        try
        {
            foreach (var database in Publishing)
            {
                await using var connection = inside.Open(database);
                var behind = await connection.ExecuteScalarAsync<bool>(
                    """
                    SELECT coalesce((SELECT max(seq_id) FROM mt_events), 0)
                         > coalesce((SELECT last_seq_id FROM mt_event_progression WHERE name LIKE 'publisher%'), 0)
                    """);
                if (behind) return false;
            }
            return await inside.QueuedMessages(ct) == 0;
        }
        catch (Exception away) when (away is NpgsqlException or HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
