using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>审核通过. Never by a unit that did the work.</summary>
internal sealed record ApproveAssignment(Caller By, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsRectification: true } => AssignmentRules.VerifiedByInspection,
        _ when assignment.IsWorkOf(By.Units) => AssignmentRules.ReviewerIsDoer,
        { Status: AssignmentStatus.Approved } => Decision.Nothing,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Status: not AssignmentStatus.Submitted } => AssignmentRules.NotSubmitted,
        _ => assignment.OverdueThen(Now, new AssignmentApproved(assignment.Unit, Now)),
    };
}

/// <summary>退回: to be done again, with the reason.</summary>
internal sealed record ReturnAssignment(Caller By, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsRectification: true } => AssignmentRules.VerifiedByInspection,
        _ when assignment.IsWorkOf(By.Units) => AssignmentRules.ReviewerIsDoer,
        { Status: AssignmentStatus.Returned } => Decision.Nothing,
        { Status: AssignmentStatus.Approved } => AssignmentRules.AlreadyApproved,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Status: not AssignmentStatus.Submitted } => AssignmentRules.NotSubmitted,
        _ => Decision.Of(new AssignmentReturned(assignment.Unit, Reason, Now)),
    };
}

internal static class ReviewAssignmentEndpoints
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapPost("/{id:guid}/approval", Approve).Allow(Audience.Reviewers).WithSummary("审核通过").Produces<Done>();
        assignments.MapPost("/{id:guid}/return", Return).Allow(Audience.Reviewers).WithSummary("退回").Produces<Done>();
    }

    private static Task<IResult> Approve(string street, Guid id, Caller caller, Commands commands) =>
        commands.Run<Assignment>(new StreamId(street, id), new ApproveAssignment(caller, commands.Now).Decide);

    private static Task<IResult> Return(string street, Guid id, ReturnRequest body, Caller caller, Commands commands) =>
        commands.Run<Assignment>(new StreamId(street, id), new ReturnAssignment(caller, body.Reason, commands.Now).Decide);
}

internal sealed record ReturnRequest(string Reason)
{
    internal sealed class Validator : AbstractValidator<ReturnRequest>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
