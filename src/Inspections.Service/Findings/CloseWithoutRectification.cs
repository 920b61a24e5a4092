using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>作废: recorded in error. The case stays in the ledger and out of the figures.</summary>
internal sealed record VoidFinding(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.Voided } => Decision.Nothing,
        { IsOpen: false } => FindingRules.NotOpen,
        _ => finding.OverdueThen(Now, new FindingVoided(finding.CaseNumber, finding.Round, Reason, Now)),
    };
}

/// <summary>并案: the same matter as another case.</summary>
internal sealed record MergeFinding(Guid Id, Guid Into, DateTimeOffset Now)
{
    /// <summary>Into a case that is still there to be merged into when this one is.</summary>
    public JointDecision Decide(StreamRef<Finding> finding, StreamRef<Finding> into) => into.State switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound with { Kind = RefusalKind.Invalid, Pointer = "/into" },
        { TakesNoMerger: true } => FindingRules.MergeTargetClosed,
        _ => finding.Gets(Decide(finding.State)).IfUnmoved(into),
    };

    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.Merged } when finding.MergedInto == Into => Decision.Nothing,
        { IsOpen: false } => FindingRules.NotOpen,
        _ when Into == Id => FindingRules.MergedIntoItself,
        _ => finding.OverdueThen(Now, new FindingMerged(finding.CaseNumber, finding.Round, Into, Now)),
    };
}

/// <summary>强制结案: the office ends the case though nothing was verified, and says why.</summary>
internal sealed record CloseForcibly(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.ForcedClosed } => Decision.Nothing,
        { IsOpen: false } => FindingRules.NotOpen,
        _ => finding.OverdueThen(Now, new FindingForciblyClosed(
            finding.CaseNumber, finding.Round, finding.IsWithUnit ? finding.Unit : null, finding.Due, Reason, Now)),
    };
}

internal static class CloseWithoutRectificationEndpoints
{
    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapPost("/{id:guid}/void", Void)
            .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator).WithSummary("作废").Produces<VersionedResult>();
        findings.MapPost("/{id:guid}/forced-closing", Close)
            .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator).WithSummary("强制结案").Produces<VersionedResult>();
        findings.MapPost("/{id:guid}/merge", Merge)
            .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator).WithSummary("并案").Produces<VersionedResult>();
    }

    private static Task<IResult> Void(string street, Guid id, VoidRequest body, Commands commands) =>
        commands.Run<Finding>(new StreamId(street, id), new VoidFinding(body.Reason, commands.Now).Decide);

    private static Task<IResult> Close(string street, Guid id, ForcedClosing body, Commands commands) =>
        commands.Run<Finding>(new StreamId(street, id), new CloseForcibly(body.Reason, commands.Now).Decide);

    private static Task<IResult> Merge(string street, Guid id, MergeRequest body, Commands commands) => commands.Run<Finding>(
        new StreamId(street, id),
        async (finding, streams) =>
            new MergeFinding(id, body.Into, commands.Now).Decide(finding, await streams.Load<Finding>(new StreamId(street, body.Into))));
}

internal sealed record VoidRequest(string Reason)
{
    internal sealed class Validator : AbstractValidator<VoidRequest>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed record ForcedClosing(string Reason)
{
    internal sealed class Validator : AbstractValidator<ForcedClosing>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed record MergeRequest(Guid Into)
{
    internal sealed class Validator : AbstractValidator<MergeRequest>
    {
        public Validator() => RuleFor(x => x.Into).NotEmpty();
    }
}
