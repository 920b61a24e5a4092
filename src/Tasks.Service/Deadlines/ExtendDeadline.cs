using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>
/// 延期: adds the original limit to the deadline, by the same clock. Granted by the dispatcher, asked or unasked, at most twice,
/// only before the deadline has passed.
/// </summary>
/// <param name="Current">The deadline that the dispatcher saw, if he says so: a repeat then extends nothing.</param>
internal sealed record ExtendDeadline(string Reason, DateTimeOffset? Current, WorkCalendar Calendar, DateTimeOffset Now)
{
    public const int MaxExtensions = 2;

    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when Current is { } seen && assignment.Clock.Extended == seen => Decision.Nothing,
        _ when assignment.IsOverdue(Now) => DeadlineRules.OverdueNotExtended,
        _ when Current is { } seen && assignment.Due != seen => DeadlineRules.DeadlineOutdated,
        { Clock.Suspension: not null } => DeadlineRules.SuspendedNotExtended,
        { Clock.Extensions: >= MaxExtensions } => DeadlineRules.ExtensionsUsedUp,
        { Due: { } due, Clock.Original: { } original } => Extended(assignment, due, original),
        _ => AssignmentRules.NotOpen,
    };

    private Decision Extended(Assignment assignment, DateTimeOffset due, OriginalLimit original)
    {
        var limit = Limit.Of(original.Term, original.From, original.Due, Calendar);
        var later = limit.Beyond(due, Calendar);
        return Decision.Of(new DeadlineExtended(
            assignment.Unit, later, Reason, assignment.Finding, Now, limit, Calendar.Editions(due, later)));
    }
}

internal static class ExtendDeadlineEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/extension", Handle).Allow(Audience.Offices).WithSummary("延期").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, Extension body, Commands commands, WorkCalendars calendars)
    {
        var calendar = await calendars.Current(commands.Cancellation);
        return await commands.Run(
            Assignment.Stream(street, id), new ExtendDeadline(body.Reason, body.Current, calendar, commands.Now).Decide);
    }
}

/// <param name="Current">The deadline as it stands; given, a repeat of the request extends nothing.</param>
internal sealed record Extension(string Reason, DateTimeOffset? Current)
{
    internal sealed class Validator : AbstractValidator<Extension>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
