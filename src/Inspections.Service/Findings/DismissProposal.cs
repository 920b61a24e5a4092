using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>排除疑似: both findings stay.</summary>
internal sealed record DismissProposal(Guid Other, string? Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when !finding.Proposals.Any(p => p.Other == Other) => FindingRules.ProposalUnknown,
        { Status: FindingStatus.Merged } when finding.MergedInto == Other => FindingRules.NotOpen,
        _ when finding.Proposals.Any(p => p.Other == Other && p.Dismissed) => Decision.Nothing,
        _ => Decision.Of(new ProposalDismissed(Other, Reason, Now)),
    };
}

internal static class DismissProposalEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/proposals/{other:guid}/dismissal", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("排除疑似").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, Guid other, Dismissal body, Commands commands) =>
        commands.Run(Finding.Stream(street, id), new DismissProposal(other, body.Reason, commands.Now).Decide);
}

internal sealed record Dismissal(string? Reason)
{
    internal sealed class Validator : AbstractValidator<Dismissal>
    {
        public Validator() => RuleFor(x => x.Reason).MaximumLength(500);
    }
}
