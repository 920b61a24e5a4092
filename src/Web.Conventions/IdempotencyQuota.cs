using System.Collections.Concurrent;
using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Campaign.Web;

/// <summary>
/// How many keys, and how much of kept answers, one caller may have in the database of a service at a time. Counted anew once a minute:
/// who writes without end goes a minute's worth beyond.
/// </summary>
internal sealed class IdempotencyQuota(NpgsqlDataSource database, TimeProvider clock)
{
    public const string Rule = "idempotency-keys-used-up";

    private const int MostKeys = 50_000;
    private const long MostBytes = 256L << 20;
    private const int MostCallers = 10_000;
    private const string RetryAfterSeconds = "600";
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, bool UsedUp)> counts = new(StringComparer.Ordinal);

    public async Task<bool> IsUsedUp(string caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (counts.TryGetValue(caller, out var known) && now < known.Until) return known.UsedUp;
        if (counts.Count > MostCallers) counts.Clear();
        var usedUp = await Count(caller, now, cancellation);
        counts[caller] = (now + Good, usedUp);
        return usedUp;
    }

    public static IResult Refusal(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(
            StatusCodes.Status429TooManyRequests, Rule,
            $"24 小时内使用的 Idempotency-Key 超过 {MostKeys} 个，或所保存的答复超过 {MostBytes >> 20} MB。请稍后再提交。");
    }

    private async Task<bool> Count(string caller, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (keys, bytes) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            """
            SELECT count(*), coalesce(sum(octet_length(body)), 0)::bigint FROM app.idempotency_keys
            WHERE caller = @caller AND expires_at > @now
            """,
            new { caller, now }, cancellationToken: cancellation));
        return keys >= MostKeys || bytes >= MostBytes;
    }
}
