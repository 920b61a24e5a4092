using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Deadlines;

/// <summary>申诉: the unit was late and says that it should not count; also after the work is done.</summary>
internal sealed record AppealOverdue(Caller By, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { ExceededDue: null } => DeadlineRules.NotOverdue,
        { ExceededDue: { } due } when assignment.Facet<DeadlineFacet>().Appeal is { } appeal && appeal.Due == due =>
            appeal.State is AppealState.Pending ? Decision.Nothing : DeadlineRules.AppealDecided,
        { ExceededDue: { } due } => Decision.Of(new OverdueAppealed(assignment.Unit, due, Reason, Now)),
    };
}

/// <summary>Upheld: 曾超时·不计. The fact stays, the statistics leave it out.</summary>
internal sealed record DecideAppeal(bool Upheld, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment.Facet<DeadlineFacet>().Appeal switch
    {
        _ when !assignment.Exists => AssignmentRules.NotFound,
        null => DeadlineRules.NoAppeal,
        { State: AppealState.Pending } appeal => Decision.Of(Upheld
            ? new OverdueAppealUpheld(assignment.Unit, appeal.Due, Reason, Now)
            : new OverdueAppealDismissed(assignment.Unit, appeal.Due, Reason, Now)),
        { } appeal => appeal.State is AppealState.Upheld == Upheld ? Decision.Nothing : DeadlineRules.AppealDecided,
    };
}

internal static class AppealOverdueEndpoints
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapPost("/{id:guid}/overdue-appeal", Appeal).Allow(Audience.Doers).WithSummary("超期申诉").Produces<VersionedResult>();
        assignments.MapPost("/{id:guid}/overdue-appeal/decision", Verdict).Allow(Audience.Offices)
            .WithName("DecideOverdueAppeal").WithSummary("超期申诉的结论")
            .Produces<VersionedResult>();
    }

    private static Task<IResult> Appeal(string street, Guid id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new AppealOverdue(caller, body.Reason, commands.Now).Decide);

    private static Task<IResult> Verdict(string street, Guid id, AppealVerdict body, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new DecideAppeal(body.Upheld!.Value, body.Reason, commands.Now).Decide);
}

internal sealed record AppealVerdict(bool? Upheld, string Reason)
{
    internal sealed class Validator : AbstractValidator<AppealVerdict>
    {
        public Validator()
        {
            RuleFor(x => x.Upheld).NotNull();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
