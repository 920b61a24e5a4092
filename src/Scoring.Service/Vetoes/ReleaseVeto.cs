using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Vetoes;

internal sealed record ReleaseVeto(string Id, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(HonourState veto) => veto.TakeBack(new VetoReleased(Id, Reason, By, Now), VetoRules.NotFound);
}

internal static class ReleaseVetoEndpoint
{
    public static void Map(RouteGroupBuilder vetoes) => vetoes
        .MapPost("/{id:maxlength(100)}/release", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("解除一票否决").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run(VetoStream.Of(street, id), new ReleaseVeto(id, body.Reason, caller.Id, commands.Now).Decide);
}
