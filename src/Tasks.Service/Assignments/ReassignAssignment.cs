using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>转办: another unit begins anew, with the deadline as it stands and with what is filed already.</summary>
/// <param name="Guarantor">Null leaves the guarantor leader it has, unless that is the one of the unit's own community.</param>
/// <param name="Guarantors">Who answers for which community.</param>
internal sealed record ReassignAssignment(
    string Unit, string Reason, DateTimeOffset Now, IReadOnlyList<string>? CooperatingUnits = null, string? Guarantor = null,
    Guarantors? Guarantors = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when assignment.Unit == Unit => IsSo(assignment) ? Decision.Nothing : AssignmentRules.SameUnit,
        _ => assignment.OverdueThen(Now, new AssignmentReassigned(
            assignment.Unit, Unit, assignment.Due!.Value, Reason, assignment.Finding, Now,
            CooperatingUnits is { Count: > 0 } ? CooperatingUnits : null, Guarantor ?? Next(assignment))),
    };

    /// <summary>A leader somebody chose goes along, and so does the one of the place of a finding.</summary>
    private string? Next(Assignment assignment) =>
        Guarantors is { } known && !assignment.FollowsFinding && assignment.Guarantor == known.Of(assignment.Unit, about: assignment.Title)
            ? known.Of(Unit, about: assignment.Title)
            : assignment.Guarantor;

    private bool IsSo(Assignment assignment) =>
        (CooperatingUnits is null || CooperatingUnits.SequenceEqual(assignment.CooperatingUnits, StringComparer.Ordinal))
        && (Guarantor is null || Guarantor == assignment.Guarantor);
}

internal static class ReassignAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/reassignment", Handle).Allow(Audience.Offices).WithSummary("转办").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, Reassignment body, Commands commands, OrganisationLookup register)
    {
        if (await register.Unknown(street, body.Unit, body.CooperatingUnits, body.Guarantor, commands.Cancellation) is { } unknown)
            return Problems.Of(unknown);
        var guarantors = await register.GuarantorsOn(street, ChinaTime.DateOf(commands.Now), commands.Cancellation);
        return await commands.Run(
            Assignment.Stream(street, id), new ReassignAssignment(body.Unit, body.Reason, commands.Now, body.CooperatingUnits,
                body.Guarantor, guarantors).Decide);
    }
}

/// <param name="CooperatingUnits">Who helps from now on; nobody when left out.</param>
/// <param name="Guarantor">Post of the guarantor leader, where it is another one than before.</param>
internal sealed record Reassignment(string Unit, string Reason, IReadOnlyList<string>? CooperatingUnits, string? Guarantor)
{
    internal sealed class Validator : AbstractValidator<Reassignment>
    {
        public Validator()
        {
            RuleFor(x => x.Unit).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.CooperatingUnits).AreCooperatingWith(x => x.Unit);
        }
    }
}
