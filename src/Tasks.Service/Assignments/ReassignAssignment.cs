using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Organisation;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>转办: another unit begins anew, with the deadline as it stands.</summary>
internal sealed record ReassignAssignment(string Unit, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.Unit == Unit => Decision.Nothing,
        _ => assignment.OverdueThen(Now, new AssignmentReassigned(assignment.Unit, Unit, assignment.Due!.Value, Reason, assignment.Case, Now)),
    };
}

internal static class ReassignAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/reassignment", Handle).Allow(Audience.Offices).WithSummary("转办").Produces<Done>();

    private static async Task<IResult> Handle(string street, Guid id, Reassignment body, Commands commands, Register register)
    {
        if (!await register.KnowsUnit(street, body.Unit, commands.Cancellation)) return Problems.Of(OrganisationRules.UnitUnknown);
        return await commands.Run<Assignment>(new StreamId(street, id), new ReassignAssignment(body.Unit, body.Reason, commands.Now).Decide);
    }
}

internal sealed record Reassignment(string Unit, string Reason)
{
    internal sealed class Validator : AbstractValidator<Reassignment>
    {
        public Validator()
        {
            RuleFor(x => x.Unit).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
