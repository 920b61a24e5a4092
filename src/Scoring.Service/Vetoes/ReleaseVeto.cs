using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Vetoes;

internal sealed record ReleaseVeto(string Id, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(VetoState state)
    {
        if (state.Raised is null) return VetoRules.NotFound;
        return state.Released ? Decision.Nothing : Decision.Of(new VetoReleased(Id, Reason, By, Now));
    }
}

internal static class ReleaseVetoEndpoint
{
    public static void Map(RouteGroupBuilder vetoes) => vetoes
        .MapPost("/{id:maxlength(100)}/release", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("解除一票否决").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run<VetoState>(VetoState.Stream(street, id), new ReleaseVeto(id, body.Reason, caller.Id, commands.Now).Decide);
}
