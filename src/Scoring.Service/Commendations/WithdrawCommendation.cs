using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Commendations;

internal sealed record WithdrawCommendation(string Id, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(HonourState commendation) =>
        commendation.TakeBack(new CommendationWithdrawn(Id, Reason, By, Now), CommendationRules.NotFound);
}

internal static class WithdrawCommendationEndpoint
{
    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapPost("/{id:maxlength(100)}/withdrawal", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("撤回表扬").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run(
            CommendationStream.Of(street, id), new WithdrawCommendation(id, body.Reason, caller.Id, commands.Now).Decide);
}
