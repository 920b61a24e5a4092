using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Corrections;

/// <summary>更正通报的草稿.</summary>
internal static class CorrectionDraftEndpoint
{
    private const string ReasonToBeGiven = "（待填）";

    public static void Map(RouteGroupBuilder months) => months
        .MapGet("/{month}/correction", Handle).Allow(BulletinDraftEndpoint.Readers).TakesTurn(CallerTurns.Exports)
        .WithSummary("更正通报草稿").ProducesBulletin();

    /// <param name="reason">As it would be given with the correction.</param>
    private static async Task<IResult> Handle(
        string street, string month, string? format, string? reason, MonthCorrecting correcting, TimeProvider clock, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (BulletinFormats.Asked(format, http.Request) is not { } form) return Problems.Of(BulletinFormats.Unknown);
        var (draft, refusal) = await correcting.Draft(street, asked, reason ?? ReasonToBeGiven, clock.GetUtcNow(), http.RequestAborted);
        return draft is null ? Problems.Of(refusal!) : await form(draft);
    }
}
