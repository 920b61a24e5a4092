using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Deadlines;

/// <summary>期限说明: which nights, weekends, holidays, extensions and suspensions were counted.</summary>
internal static class ExplainDeadlineEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/{id:guid}/deadline", Handle).Allow(Audience.Everybody).WithSummary("期限说明").Produces<DeadlineExplanation>().WithETag();

    private static async Task<IResult> Handle(
        string street, Guid id, Caller caller, NpgsqlDataSource database, IEventStore store, WorkCalendars calendars, HttpContext http)
    {
        if (!await Visible(database, street, id, caller, http.RequestAborted)) return Problems.Of(AssignmentRules.NotFound);
        var history = new List<(IAssignmentEvent, WorkCalendar)>();
        foreach (var recorded in await store.Read(Assignment.Stream(street, id), http.RequestAborted))
        {
            var @event = (IAssignmentEvent)recorded.Data;
            var editions = DeadlineExplanation.EditionsOf(@event);
            history.Add((@event, editions.Count == 0 ? WorkCalendar.Plain : await calendars.As(editions, http.RequestAborted)));
        }
        ETags.Write(http, history.Count);
        return TypedResults.Ok(DeadlineExplanation.Of(history));
    }

    private static async Task<bool> Visible(
        NpgsqlDataSource database, string street, Guid id, Caller caller, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"SELECT EXISTS (SELECT 1 FROM assignments WHERE {AssignmentConditions.Visible} AND id = @id)",
            new { street, id, units = caller.HeldToUnits }, cancellationToken: cancellation));
    }
}
