using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Covert;

/// <summary>The lot comes into the open, if it is the one that was committed to.</summary>
/// <param name="Lot">What was kept; null when it is lost.</param>
internal sealed record RevealDraw(Lot? Lot, DateTimeOffset Now)
{
    public Decision Decide(Draw draw)
    {
        if (draw.Seal is not { } seal) return DrawRules.NotFound;
        if (draw.Revealed) return Decision.Nothing;
        if (Now < seal.Until) return DrawRules.StillSealed;
        return Lot?.Commitment == seal.Commitment ? Decision.Of(new DrawRevealed(Lot.Salt, Lot.Targets, Now)) : DrawRules.SecretDiffers;
    }
}

internal static class RevealDrawEndpoint
{
    public static void Map(RouteGroupBuilder draws) => draws
        .MapPost("/{id:guid}/reveal", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("公布抽签结果").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, Reveal body, Commands commands, DrawSecrets secrets)
    {
        var stream = Draw.Stream(street, id);
        return await commands.Run<Draw>(stream, new RevealDraw(await secrets.Find(stream, commands.Cancellation), commands.Now).Decide);
    }
}

/// <summary>Says nothing but that it is meant.</summary>
internal sealed record Reveal;
