using Campaign.EventStore;

namespace Campaign.Web;

/// <summary>What became of one row of a request that does the same to many things.</summary>
/// <param name="Version">Version of the thing now; absent where the row was refused.</param>
/// <param name="Rule">By which the row was refused; absent where it was done, or was so already.</param>
/// <param name="Pointer">Into the row, where the refusal is about a field.</param>
public sealed record RowResult(Guid Id, long? Version, string? Rule = null, string? Detail = null, string? Pointer = null)
{
    public static RowResult Refused(Guid id, Refusal refusal) => new(id, null, refusal.Rule, refusal.Detail, refusal.Pointer);
}

public static class RowCommands
{
    /// <summary>
    /// One row of a request as a request of its own: decided and appended alone, and once however often the request comes.
    /// </summary>
    /// <param name="version">The version that the caller has seen.</param>
    public static async Task<RowResult> RunRow<T>(
        this Commands commands, StreamId<T> stream, Func<T, Decision> decide, long? version = null)
        where T : class, IAggregate<T>
    {
        try
        {
            var done = await commands.TransactRow(stream, decide, version);
            return done.Refusal is { } refusal ? RowResult.Refused(stream.Id, refusal) : new(stream.Id, done.Version);
        }
        catch (StreamVersionConflictException)
        {
            return new(stream.Id, null, ProblemExceptionHandler.VersionStale, ProblemExceptionHandler.VersionStaleText);
        }
    }
}
