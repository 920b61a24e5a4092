using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Appeals;

/// <summary>裁定: the second step, by somebody else.</summary>
internal sealed record DecideAppeal(bool Uphold, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(Appeal appeal)
    {
        if (appeal.Lodged is not { } e) return AppealRules.NotFound;
        if (appeal.Upheld is { } upheld) return upheld == Uphold ? Decision.Nothing : AppealRules.Decided;
        if (appeal.Review is not { } review) return AppealRules.NotReviewed;
        if (review.By == By || e.By == By) return AppealRules.FourEyes;
        return Uphold
            ? Decision.Of(new AppealUpheld(e.Month, e.Subject, e.Kind, e.EventId, e.Text, e.Points, Reason, By, Now))
            : Decision.Of(new AppealDismissed(Reason, By, Now));
    }
}

internal static class DecideAppealEndpoint
{
    public static void Map(RouteGroupBuilder appeals) => appeals
        .MapPost("/{id:guid}/decision", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("申诉裁定").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, AppealStep body, Caller caller, Commands commands) =>
        commands.Run(new StreamId<Appeal>(street, id), new DecideAppeal(body.Uphold, body.Reason, caller.Id, commands.Now).Decide);
}
