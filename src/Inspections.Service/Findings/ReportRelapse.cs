using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>反弹: a struck-off finding is there again; a new round begins and waits for 交办.</summary>
/// <param name="Recorded">The finding it was recorded as anew.</param>
internal sealed record ReportRelapse(string Reason, DateTimeOffset Now, IReadOnlyList<string>? Photos = null, Guid? Recorded = null)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: not FindingStatus.StruckOff } => FindingRules.NotStruckOff,
        _ => Decision.Of(new FindingRelapsed(
            finding.CaseNumber, finding.Round + 1, finding.Unit, Reason, Now, FromLedger: false, NewTo(finding), Recorded)),
    };

    private IReadOnlyList<string>? NewTo(Finding finding) =>
        Photos?.Except(finding.BeforePhotos, StringComparer.Ordinal).ToList() is { Count: > 0 } photos ? photos : null;
}

internal static class ReportRelapseEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/relapse", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("登记反弹").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, Relapse body, Commands commands, EvidenceRegister evidence) =>
        await evidence.Missing(street, body.Photos ?? [], commands.Cancellation) is { } missing
            ? Problems.Of(missing)
            : await commands.Run(Finding.Stream(street, id), new ReportRelapse(body.Reason, commands.Now, body.Photos).Decide);
}

internal sealed record Relapse(string Reason, IReadOnlyList<string>? Photos = null)
{
    internal sealed class Validator : AbstractValidator<Relapse>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Photos).ArePhotoIds();
        }
    }
}
