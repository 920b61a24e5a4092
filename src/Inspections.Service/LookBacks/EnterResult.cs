using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.LookBacks;

/// <summary>回头看结果: still fixed, or a relapse of the finding. Never by the unit that rectified.</summary>
internal sealed record EnterResult(
    bool StillFixed, string? Note, IReadOnlyList<string> Photos, IReadOnlySet<string> VisitorUnits, DateTimeOffset Now)
{
    private const string NotFixed = "回头看发现问题再现";

    public JointDecision Decide(StreamRef<LookBack> planned, StreamRef<Finding> looked)
    {
        var (lookBack, finding) = (planned.State, looked.State);
        switch (lookBack.State)
        {
            case LookBackState.None:
                return LookBackRules.NotFound;
            case LookBackState.StillFixed or LookBackState.NotFixed:
                return lookBack.State is LookBackState.StillFixed == StillFixed ? JointDecision.Nothing : LookBackRules.AlreadyDone;
            case LookBackState.Cancelled:
                return LookBackRules.Cancelled;
        }
        // Relapsed a moment ago: what is left of the round is about to be cancelled.
        if (finding.Round != lookBack.Round || finding.Status is not FindingStatus.StruckOff) return LookBackRules.Cancelled;
        if (ChinaTime.DateOf(Now) < lookBack.Due) return LookBackRules.NotDue;
        if (VisitorUnits.Contains(finding.Unit)) return FindingRules.VerifierIsRectifier;

        var relapsed = StillFixed ? Decision.Nothing : new ReportRelapse(Note ?? NotFixed, Now, Photos).Decide(finding);
        return JointDecision.Of(planned.Gets(new LookBackDone(StillFixed, Note, Photos, Now)), looked.Gets(relapsed.Events));
    }
}

internal static class EnterResultEndpoint
{
    public static void Map(RouteGroupBuilder lookBacks) => lookBacks
        .MapPost("/{id:guid}/result", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("登记回头看结果（未保持即为反弹）").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, Guid id, LookBackResult body, Caller caller, Commands commands, EvidenceRegister evidence)
    {
        if (await evidence.Missing(street, body.Photos ?? [], commands.Cancellation) is { } missing) return Problems.Of(missing);
        var command = new EnterResult(body.StillFixed!.Value, body.Note, body.Photos ?? [], caller.Units, commands.Now);
        return await commands.Run(LookBack.Stream(street, id), async (lookBack, streams) =>
            command.Decide(lookBack, await streams.Load(Finding.Stream(street, lookBack.State.Finding))));
    }
}

internal sealed record LookBackResult(bool? StillFixed, string? Note, IReadOnlyList<string>? Photos)
{
    internal sealed class Validator : AbstractValidator<LookBackResult>
    {
        public Validator()
        {
            RuleFor(x => x.StillFixed).NotNull();
            RuleFor(x => x.Note).MaximumLength(500);
            RuleFor(x => x.Photos).ArePhotoIds();
        }
    }
}
