using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Appeals;

/// <summary>初审: the first of two steps, a proposal.</summary>
internal sealed record ReviewAppeal(bool Uphold, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(Appeal appeal)
    {
        if (appeal.Lodged is not { } lodged) return AppealRules.NotFound;
        if (appeal.Review is { } review)
            return review == new AppealReviewed(Uphold, Reason, By, review.At) ? Decision.Nothing : AppealRules.Reviewed;
        return lodged.By == By ? AppealRules.FourEyes : Decision.Of(new AppealReviewed(Uphold, Reason, By, Now));
    }
}

internal static class ReviewAppealEndpoint
{
    public static void Map(RouteGroupBuilder appeals) => appeals
        .MapPost("/{id:guid}/review", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("申诉初审").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, AppealStep body, Caller caller, Commands commands) =>
        commands.Run(new StreamId<Appeal>(street, id), new ReviewAppeal(body.Uphold, body.Reason, caller.Id, commands.Now).Decide);
}
