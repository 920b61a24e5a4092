using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>挂账: the clock stands still, once, for at most a year, and before the deadline has passed.</summary>
internal sealed record SuspendClock(DateTimeOffset Until, string Reason, WorkCalendar Calendar, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Clock.Suspension: { } stopped } when stopped.Until == Until => Decision.Nothing,
        { Clock.WasSuspended: true } => DeadlineRules.SuspensionUsedUp,
        _ when assignment.IsOverdue(Now) => DeadlineRules.OverdueNotSuspended,
        _ when Until <= Now => DeadlineRules.SuspensionEndsBefore,
        _ when Until > ChinaTime.Local(Now).AddYears(1) => DeadlineRules.SuspensionTooLong,
        { Clock.Original: { } original, Due: { } due } => Stopped(assignment, original, due),
        _ => AssignmentRules.NotOpen,
    };

    private Decision Stopped(Assignment assignment, OriginalLimit original, DateTimeOffset due)
    {
        var clock = Limit.Of(original.Term, original.From, original.Due, Calendar).Clock;
        var later = SuspensionCalculator.Shift(clock, due, Now, Until, Calendar);
        return Decision.Of(new ClockSuspended(assignment.Unit, Until, later, Reason, assignment.Finding, Now, Calendar.Editions(Now,
            later)));
    }
}

internal static class SuspendClockEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/suspension", Handle).Allow(Audience.Offices).WithSummary("挂账").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, Stop body, Commands commands, WorkCalendars calendars)
    {
        var calendar = await calendars.Current(commands.Cancellation);
        return await commands.Run(
            Assignment.Stream(street, id), new SuspendClock(body.Until, body.Reason, calendar, commands.Now).Decide);
    }
}

internal sealed record Stop(DateTimeOffset Until, string Reason)
{
    internal sealed class Validator : AbstractValidator<Stop>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
