using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>复核: struck off, or sent back with a reason. Never by the unit that rectified.</summary>
internal sealed record VerifyRectification(bool Passed, string? Reason, IReadOnlySet<string> VerifierUnits, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.StruckOff } => Passed ? Decision.Nothing : FindingRules.AlreadyStruckOff,
        { IsOpen: false } => FindingRules.NotOpen,
        { Status: not FindingStatus.Reported } => FindingRules.NotReported,
        _ when VerifierUnits.Contains(finding.Unit) => FindingRules.VerifierIsRectifier,
        { BeforePhotos: [] } when Passed => FindingRules.BeforePhotoMissing,
        _ when Passed => Decision.Of(new FindingStruckOff(finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Now)),
        _ => Decision.Of(new RectificationRejected(finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Reason!, Now)),
    };
}

internal static class VerifyRectificationEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/verification", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("复核整改").Produces<Done>();

    private static Task<IResult> Handle(string street, Guid id, Verification body, Caller caller, Commands commands)
    {
        var command = new VerifyRectification(body.Passed, body.Reason, caller.Units, commands.Now);
        return commands.Run<Finding>(new StreamId(street, id), command.Decide);
    }
}

internal sealed record Verification(bool Passed, string? Reason)
{
    internal sealed class Validator : AbstractValidator<Verification>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500).When(x => !x.Passed);
    }
}
