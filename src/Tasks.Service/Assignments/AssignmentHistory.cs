using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Organisation;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>One line of what became of an assignment, as people read it.</summary>
/// <param name="At">When it happened; it may have been written down later.</param>
/// <param name="Account">Who did it; left out where the system noted it.</param>
/// <param name="Posts">Titles of the posts that the account holds.</param>
internal sealed record HistoryLine(
    long Version, DateTimeOffset At, string? Account, IReadOnlyList<string> Posts, string What, string? Reason, IReadOnlyList<string> Photos);

internal static class AssignmentHistoryQuery
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/history", Handle).Allow(Audience.Everybody).WithSummary("任务经过").Produces<IReadOnlyList<HistoryLine>>();

    private static async Task<IResult> Handle(
        string street, Guid id, Caller caller, AssignmentRead read, IEventStore store, Register register, NpgsqlDataSource database, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await read.One(street, id, caller, cancellation) is not { } assignment) return Problems.Of(AssignmentRules.NotFound);
        var units = (await register.Units(street, cancellation)).ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        var events = await store.Read(new StreamId(street, id), cancellation);
        var accounts = events.Select(e => e.Metadata.User).OfType<string>().Distinct(StringComparer.Ordinal);
        var posts = await Posts(street, [.. accounts], database, cancellation);
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(events.Select(e => Line(e, posts, unit => units.GetValueOrDefault(unit, unit))));
    }

    private static HistoryLine Line(RecordedEvent @event, ILookup<string, string> posts, Func<string, string> nameOf)
    {
        var said = HistoryWording.Of(@event.Data, nameOf);
        var account = @event.Metadata.User;
        string[] held = account is null ? [] : [.. posts[account]];
        return new(@event.Version, said.At ?? @event.RecordedAt, account, held, said.What, said.Reason, said.Photos ?? []);
    }

    private static async Task<ILookup<string, string>> Posts(
        string street, string[] accounts, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var posts = await connection.QueryAsync<(string Holder, string Title)>(new CommandDefinition(
            "SELECT holder, title FROM posts WHERE street = @street AND holder = ANY (@accounts) ORDER BY code",
            new { street, accounts }, cancellationToken: cancellation));
        return posts.ToLookup(post => post.Holder, post => post.Title, StringComparer.Ordinal);
    }
}
