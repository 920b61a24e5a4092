using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>并案: the same matter as another finding.</summary>
internal sealed record MergeFinding(Guid Id, Guid Into, DateTimeOffset Now)
{
    /// <summary>Into a finding that is still there to be merged into when this one is.</summary>
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

internal static class MergeFindingEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/merge", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("并案").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, MergeRequest body, Commands commands) => commands.Run(
        Finding.Stream(street, id),
        async (finding, streams) =>
            new MergeFinding(id, body.Into, commands.Now).Decide(finding, await streams.Load(Finding.Stream(street, body.Into))));
}

internal sealed record MergeRequest(Guid Into)
{
    internal sealed class Validator : AbstractValidator<MergeRequest>
    {
        public Validator() => RuleFor(x => x.Into).NotEmpty();
    }
}
