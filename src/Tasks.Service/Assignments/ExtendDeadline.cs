using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>延期: granted by the dispatcher, at most twice, only before the deadline has passed.</summary>
internal sealed record ExtendDeadline(DateTimeOffset Due, string Reason, DateTimeOffset Now)
{
    private const int MaxExtensions = 2;

    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.Due == Due => Decision.Nothing,
        _ when assignment.Overdue || assignment.Due < Now => AssignmentRules.OverdueNotExtended,
        _ when assignment.Due > Due => AssignmentRules.DueNotLater,
        { Extensions: >= MaxExtensions } => AssignmentRules.ExtensionsUsedUp,
        _ => Decision.Of(new DeadlineExtended(assignment.Unit, Due, Reason, assignment.Case, Now)),
    };
}

internal static class ExtendDeadlineEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/extension", Handle).Allow(Audience.Offices).WithSummary("延期").Produces<Done>();

    private static Task<IResult> Handle(string street, Guid id, Extension body, Commands commands) =>
        commands.Run<Assignment>(new StreamId(street, id), new ExtendDeadline(body.Due, body.Reason, commands.Now).Decide);
}

internal sealed record Extension(DateTimeOffset Due, string Reason)
{
    internal sealed class Validator : AbstractValidator<Extension>
    {
        public Validator()
        {
            RuleFor(x => x.Due).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
