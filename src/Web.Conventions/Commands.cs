using System.Diagnostics;
using System.Security.Claims;
using Campaign.EventStore;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Campaign.Web;

/// <summary>
/// The edge of a command: reads the clock, the caller, <c>If-Match</c> and <c>Idempotency-Key</c>, lets the aggregate
/// decide, and answers with the new version as <c>ETag</c>.
/// </summary>
public sealed class Commands(IEventStore store, IHttpContextAccessor accessor, TimeProvider clock)
{
    private HttpContext Http => accessor.HttpContext!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>A new id; the same one for the same Idempotency-Key, so that a repeat after a crash meets its own stream.</summary>
    public Guid NewId() => CausationId is { } cause ? DeterministicGuid.From(cause, "id") : Guid.CreateVersion7();

    /// <summary>Id of this very request where its caller gave it one.</summary>
    public Guid? CausationId => Idempotency.KeyOf(Http) is { } key
        ? DeterministicGuid.From(Guid.Empty, $"{UserId}|{Http.Request.Method} {Http.Request.Path}|{key}")
        : null;

    public EventMetadata Metadata => new(Correlation.Of(Http), CausationId?.ToString(), UserId, Activity.Current?.Id);

    private string? UserId => Http.User.FindFirstValue("sub") ?? Http.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>As the caller sent them: metadata, the version he saw, and the id of his request.</summary>
    public TransactOptions Options => new(Metadata, ETags.IfMatch(Http), CausationId);

    public async Task<IResult> Run<T>(StreamId<T> stream, Func<T, Decision> decide, Func<AppendResult<T>, object>? answer = null)
        where T : class, IAggregate<T>
        => Answer(stream, await store.Transact(stream, decide, Options, Cancellation), answer);

    /// <summary>The same where the decision is over several streams: <c>If-Match</c> and answer are about the first.</summary>
    public async Task<IResult> Run<T>(
        StreamId<T> stream, Func<StreamRef<T>, StreamLoader, Task<JointDecision>> decide, Func<AppendResult<T>, object>? answer = null)
        where T : class, IAggregate<T>
        => Answer(stream, await store.Transact(stream, decide, Options, Cancellation), answer);

    /// <summary>One of many in a request, with a cause of its own.</summary>
    internal Task<AppendResult<T>> TransactRow<T>(StreamId<T> stream, Func<T, Decision> decide, long? version)
        where T : class, IAggregate<T>
    {
        var cause = CausationId is { } id ? DeterministicGuid.From(id, $"{stream}") : (Guid?)null;
        return store.Transact(stream, decide, new(Metadata, version, cause), Cancellation);
    }

    /// <summary>As <c>Run</c>, for the first event of a stream: 201 with its address.</summary>
    public async Task<IResult> Create<T>(
        StreamId<T> stream, Func<T, Decision> decide, string location, Func<AppendResult<T>, object>? answer = null)
        where T : class, IAggregate<T>
    {
        var done = await store.Transact(stream, decide, Options, Cancellation);
        return Answer(done, () => TypedResults.Created(location, answer?.Invoke(done) ?? new VersionedResult(stream.Id, done.Version)));
    }

    /// <summary>What became of a command: a problem, or 200 with the stream's version as ETag.</summary>
    public IResult Answer<T>(StreamId stream, AppendResult<T> done, Func<AppendResult<T>, object>? answer = null) =>
        Answer(done, () => TypedResults.Ok(answer?.Invoke(done) ?? new VersionedResult(stream.Id, done.Version)));

    private IResult Answer<T>(AppendResult<T> done, Func<IResult> success)
    {
        if (done.Refusal is { } refusal) return Problems.Of(refusal);
        ETags.Write(Http, done.Version);
        return success();
    }
}

/// <summary>What a command answers unless it has more to say.</summary>
/// <param name="Version">Version of the stream; also its ETag.</param>
public sealed record VersionedResult(Guid Id, long Version);

/// <summary>The version of a stream as a strong ETag: <c>"7"</c>.</summary>
public static class ETags
{
    public static void Write(HttpContext http, long version) => http.Response.Headers.ETag = $"\"{version}\"";

    /// <summary>
    /// The version in <c>If-Match</c>; null when absent or <c>*</c>; −1, which no stream has, when it is not one of ours.
    /// </summary>
    public static long? IfMatch(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return null;
        return EntityTagHeaderValue.TryParse(header, out var tag)
            && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : -1;
    }
}
