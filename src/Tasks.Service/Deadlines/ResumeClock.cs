using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Npgsql;

namespace Campaign.Tasks.Deadlines;

/// <summary>
/// 恢复计时 before its time. Not for a rectification: its finding was told the later deadline, and a finding never takes back
/// what a unit was granted.
/// </summary>
internal sealed record ResumeClock(string Reason, WorkCalendar Calendar, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Clock: { Suspension: null, WasSuspended: true } } => Decision.Nothing,
        { Clock.Suspension: null } => DeadlineRules.NotSuspended,
        { Clock.Suspension: { } stopped } when stopped.Until <= Now => new EndSuspension(Now).Decide(assignment),
        { FollowsFinding: true } => DeadlineRules.FindingKeepsSuspension,
        { Clock: { Suspension: { } stopped, Original: { } original } } => Resumed(assignment, stopped, original),
        _ => DeadlineRules.NotSuspended,
    };

    private Decision Resumed(Assignment assignment, Suspension stopped, OriginalLimit original)
    {
        var clock = Limit.Of(original.Term, original.From, original.Due, Calendar).Clock;
        var due = SuspensionCalculator.Shift(clock, stopped.Due, stopped.From, Now, Calendar);
        return Decision.Of(new ClockResumed(assignment.Unit, due, Reason, Now, Calendar.Editions(stopped.From, due)));
    }
}

internal static class ResumeClockEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/resumption", Handle).Allow(Audience.Offices).WithSummary("恢复计时").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, ReasonBody body, Commands commands, WorkCalendars calendars)
    {
        var calendar = await calendars.Current(commands.Cancellation);
        return await commands.Run(Assignment.Stream(street, id), new ResumeClock(body.Reason, calendar, commands.Now).Decide);
    }
}

internal sealed class SuspensionWatch(IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<SuspensionWatch> log)
    : DeadlineWatch<Assignment>(store, database, clock, log)
{
    protected override string PastDue =>
        """
        SELECT street, id FROM assignments
        WHERE suspended_until <= @now AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned')
        ORDER BY suspended_until LIMIT @PageSize
        """;

    protected override Decision Decide(Assignment assignment, DateTimeOffset now) => new EndSuspension(now).Decide(assignment);
}
