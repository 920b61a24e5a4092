using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.History;

/// <summary>One line of what became of an assignment, as people read it.</summary>
/// <param name="At">When it happened; it may have been written down later.</param>
/// <param name="Account">Who did it; left out where the system noted it.</param>
/// <param name="Posts">Titles of the posts that the account held on that day.</param>
internal sealed record HistoryLine(
    long Version, DateTimeOffset At, string? Account, IReadOnlyList<string> Posts, string What, string? Reason,
    IReadOnlyList<string> Photos);

internal static class AssignmentHistoryQuery
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/history", Handle).Allow(Audience.Everybody)
        .WithSummary("任务经过").Produces<IReadOnlyList<HistoryLine>>().WithETag();

    private static async Task<IResult> Handle(
        string street, Guid id, Caller caller, AssignmentRead read, IEventStore store, OrganisationLookup register,
        NpgsqlDataSource database, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await read.One(street, id, caller, cancellation) is not { } assignment) return Problems.Of(AssignmentRules.NotFound);
        var units = (await register.Units(street, cancellation)).ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        var events = await store.Read(Assignment.Stream(street, id), cancellation);
        var accounts = events.Select(e => e.Metadata.User).OfType<string>().Distinct(StringComparer.Ordinal);
        var posts = await Posts(street, [.. accounts], database, cancellation);
        ETags.Write(http, assignment.Version);
        return TypedResults.Ok(events.Select(e => Line(e, posts, unit => units.GetValueOrDefault(unit, unit))));
    }

    private static HistoryLine Line(RecordedEvent @event, ILookup<string, Tenure> posts, Func<string, string> nameOf)
    {
        var said = HistoryWording.Of((IAssignmentEvent)@event.Data, nameOf);
        var (account, at) = (@event.Metadata.User, said.At ?? @event.RecordedAt);
        string[] held = account is null
            ? []
            : [.. posts[account].Where(post => post.Covers(ChinaTime.DateOf(at))).Select(post => post.Title)];
        return new(@event.Version, at, account, held, said.What, said.Reason, said.Photos ?? []);
    }

    private static async Task<ILookup<string, Tenure>> Posts(
        string street, string[] accounts, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var posts = await connection.QueryAsync<Tenure>(new CommandDefinition(
            """
            SELECT h.holder AS Holder, p.title AS Title, greatest(h.valid_from, p.valid_from) AS From,
                least(h.valid_to, p.valid_to) AS Until
            FROM post_holders h JOIN posts p ON p.street = h.street AND p.code = h.code
            WHERE h.street = @street AND h.holder = ANY (@accounts) ORDER BY h.code, 3
            """,
            new { street, accounts }, cancellationToken: cancellation));
        return posts.ToLookup(post => post.Holder, StringComparer.Ordinal);
    }

    private sealed record Tenure(string Holder, string Title, DateOnly From, DateOnly? Until)
    {
        public bool Covers(DateOnly day) => From <= day && (Until is null || Until >= day);
    }
}
