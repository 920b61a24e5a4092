using System.Security.Claims;
using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Campaign.Web;

/// <summary>
/// <c>Idempotency-Key</c> on every POST: the first answer is kept for 24 h and given again; another body under the same
/// key is 422, the same one still in flight 409. A request that died leaves its key free after a minute; its ids derive
/// from the key, so doing it again finds what was done. So it is with an answer that is too large to be kept.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, NpgsqlDataSource database, IdempotencyQuota quota, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";
    private const int MaxLength = 200;
    private const int MostKept = 256 * 1024;
    private const string RetryAfterSeconds = "5";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public static string? KeyOf(HttpContext http)
    {
        var key = http.Request.Headers[Header].ToString().Trim('"');
        return key.Length is > 0 and <= MaxLength && key.All(c => c is >= ' ' and <= '~') ? key : null;
    }

    public async Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.Headers.ContainsKey(Header)) { await next(http); return; }
        if (KeyOf(http) is not { } key)
        {
            await Problems.Of(
                StatusCodes.Status400BadRequest, "idempotency-key-invalid", $"Idempotency-Key 须为 1 至 {MaxLength} 个英文字母、数字或符号。")
                .ExecuteAsync(http);
            return;
        }
        var caller = http.User.FindFirstValue("sub") ?? http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        if (await quota.IsUsedUp(caller, http.RequestAborted))
        {
            await IdempotencyQuota.Refusal(http).ExecuteAsync(http);
            return;
        }

        var scope = $"{caller} {http.Request.Path}{http.Request.QueryString}";
        var hash = await HashOfBody(http);
        var answer = await Claim(caller, scope, key, hash);
        if (answer is null) await Perform(http, scope, key);
        else await answer(http);
    }

    /// <summary>Null when the key is ours to work under; otherwise how to answer.</summary>
    private async Task<Func<HttpContext, Task>?> Claim(string caller, string scope, string key, byte[] hash)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync();
        var claimed = await connection.ExecuteAsync(
            """
            INSERT INTO app.idempotency_keys (scope, key, caller, body_hash, leased_until, expires_at)
            VALUES (@scope, @key, @caller, @hash, @lease, @expires)
            ON CONFLICT (scope, key) DO UPDATE SET body_hash = @hash, leased_until = @lease, expires_at = @expires, status = NULL,
                body = NULL
            WHERE idempotency_keys.expires_at < @now
               OR idempotency_keys.status IS NULL AND idempotency_keys.leased_until < @now AND idempotency_keys.body_hash = @hash
            """,
            new { scope, key, caller, hash, lease = now + Lease, expires = now + Kept, now });
        if (claimed == 1) return null;

        var kept = await connection.QuerySingleOrDefaultAsync<Stored>(
            "SELECT body_hash AS BodyHash, status AS Status, content_type AS ContentType, etag AS ETag, location AS Location, body AS Body FROM app.idempotency_keys WHERE scope = @scope AND key = @key",
            new { scope, key });
        // Set free in between: it is there for the taking.
        if (kept is null) return await Claim(caller, scope, key, hash);
        if (!kept.BodyHash.AsSpan().SequenceEqual(hash))
            return http => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "同一个 Idempotency-Key 已用于内容不同的请求。").ExecuteAsync(http);
        return kept.Status is null ? InFlight : kept.Replay;
    }

    private static Task InFlight(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(StatusCodes.Status409Conflict, "request-in-flight", "相同的请求正在处理，请稍后重试。").ExecuteAsync(http);
    }

    private async Task Perform(HttpContext http, string scope, string key)
    {
        var original = http.Response.Body;
        await using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
            await Keep(http, scope, key, buffer);
        }
        catch
        {
            await Free(scope, key);
            throw;
        }
        finally
        {
            http.Response.Body = original;
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(original);
    }

    private async Task Keep(HttpContext http, string scope, string key, MemoryStream body)
    {
        // A server-side failure is no answer, nor is what a caller who hung up left half written, or not written at all: he is to try
        // again under the same key.
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError || http.RequestAborted.IsCancellationRequested)
        {
            await Free(scope, key);
            return;
        }
        await using var connection = await database.OpenConnectionAsync();
        if (body.Length > MostKept)
        {
            // Of the same body the work may be done again at once; another one under this key is still refused.
            await connection.ExecuteAsync(
                "UPDATE app.idempotency_keys SET leased_until = @now WHERE scope = @scope AND key = @key",
                new { now = clock.GetUtcNow(), scope, key });
            return;
        }

        await connection.ExecuteAsync(
            "UPDATE app.idempotency_keys SET status = @status, content_type = @type, etag = @etag, location = @location, body = @bytes WHERE scope = @scope AND key = @key",
            new
            {
                status = http.Response.StatusCode,
                type = http.Response.ContentType,
                etag = (string?)http.Response.Headers.ETag,
                location = (string?)http.Response.Headers.Location,
                bytes = body.ToArray(),
                scope,
                key,
            });
    }

    private async Task Free(string scope, string key)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "DELETE FROM app.idempotency_keys WHERE scope = @scope AND key = @key AND status IS NULL", new { scope, key });
    }

    private static async Task<byte[]> HashOfBody(HttpContext http)
    {
        http.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return hash;
    }

    private sealed record Stored(byte[] BodyHash, int? Status, string? ContentType, string? ETag, string? Location, byte[]? Body)
    {
        public async Task Replay(HttpContext http)
        {
            http.Response.StatusCode = Status!.Value;
            http.Response.ContentType = ContentType;
            if (ETag is not null) http.Response.Headers.ETag = ETag;
            if (Location is not null) http.Response.Headers.Location = Location;
            http.Response.Headers["Idempotency-Replayed"] = "true";
            await http.Response.Body.WriteAsync(Body);
        }
    }
}
