using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>复核: struck off, or sent back with a reason. Never by the unit that rectified.</summary>
/// <param name="Evidence">Those of the after-photos that are really there.</param>
internal sealed record VerifyRectification(
    bool Passed, string? Reason, IReadOnlySet<string> VerifierUnits, IReadOnlySet<string> Evidence, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.StruckOff } => Passed ? Decision.Nothing : FindingRules.AlreadyStruckOff,
        { IsOpen: false } => FindingRules.NotOpen,
        { Status: not FindingStatus.Reported } => FindingRules.NotReported,
        _ when VerifierUnits.Contains(finding.Unit) => FindingRules.VerifierIsRectifier,
        _ when !Passed => finding.OverdueThen(
            Now, new RectificationRejected(finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Reason!, Now)),
        { BeforePhotos: [], FromLedger: false } => FindingRules.BeforePhotoMissing,
        _ when !finding.AfterPhotos.All(Evidence.Contains) => FindingRules.AfterPhotoNotThere,
        _ => finding.OverdueThen(Now, new FindingStruckOff(finding.CaseNumber, finding.Round, finding.Unit, finding.Due!.Value, Now)),
    };
}

internal static class VerifyRectificationEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/verification", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("复核整改").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, Guid id, Verification body, Caller caller, Commands commands, IEventStore store, EvidenceRegister evidence)
    {
        var stream = Finding.Stream(street, id);
        var (reported, _) = await store.Load<Finding>(stream, commands.Cancellation);
        var photos = await evidence.Known(street, reported.AfterPhotos, commands.Cancellation);
        var command = new VerifyRectification(body.Passed, body.Reason, caller.Units, photos, commands.Now);
        return await commands.Run<Finding>(stream, command.Decide);
    }
}

internal sealed record Verification(bool Passed, string? Reason)
{
    internal sealed class Validator : AbstractValidator<Verification>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500).When(x => !x.Passed);
    }
}
