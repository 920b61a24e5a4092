using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Sanctions;

internal sealed record WithdrawSanction(string Id, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(HonourState sanction) => sanction.TakeBack(new SanctionWithdrawn(Id, Reason, By, Now), SanctionRules.NotFound);
}

internal static class WithdrawSanctionEndpoint
{
    public static void Map(RouteGroupBuilder sanctions) => sanctions
        .MapPost("/{id:maxlength(100)}/withdrawal", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("撤销问责、通报批评").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run(SanctionStream.Of(street, id), new WithdrawSanction(id, body.Reason, caller.Id, commands.Now).Decide);
}
