using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Bulletins;

/// <summary>草稿: the bulletin of a month as it would come out now, to be read before it does. Nothing is stored.</summary>
internal sealed class BulletinDrafts(
    IEventStore store, BulletinReader reader, ClosedMonths closedMonths, MonthReports reports, BulletinSources sources, TimeProvider clock)
{
    /// <returns>What is out of the month last, or a draft of it; null when no policy is in force.</returns>
    public async Task<BulletinIssue?> Of(string street, Month month, CancellationToken cancellation)
    {
        if (await closedMonths.Find(street, month, cancellation) is not { } closed)
        {
            return await reports.Compute(street, month, cancellation) is { } open
                ? await Draft(street, month, MonthStatus.Open, open.PolicyFrom, open.Policy, open.Scoring, cancellation)
                : null;
        }
        if (closed.Status is MonthStatus.Closed)
            return await Draft(street, month, closed.Status, closed.PolicyFrom, closed.Policy, closed.Scoring, cancellation);
        var (published, _) = await store.Load(MonthState.Stream(street, month), cancellation);
        return closed.Corrections is [.., var last]
            ? await reader.Find(street, last.Year, last.Number, cancellation)
            : await reader.Find(street, published.Year, published.Number, cancellation);
    }

    private async Task<BulletinIssue> Draft(
        string street, Month month, MonthStatus status, string policyFrom, Policy policy, MonthScoring scoring,
        CancellationToken cancellation)
    {
        var command = new PublishBulletin(
            month, (await sources.Letterhead(street, cancellation)).Letterhead, await sources.Ranks(street, month.Previous, cancellation),
            await sources.Notes(street, month, policy, cancellation), clock.GetUtcNow(),
            await sources.Sanctions(street, month, policy, cancellation));
        return Issue(street, month, status, policyFrom, policy, scoring, command.Announcement(0), command.Letterhead);
    }

    /// <summary>A bulletin that is not out, without the number that it does not have yet.</summary>
    public static BulletinIssue Issue(
        string street, Month month, MonthStatus status, string policyFrom, Policy policy, MonthScoring scoring,
        BulletinPublished announcement, Letterhead letterhead)
    {
        var report = MonthReport.Of(street, month, status, policyFrom, scoring, []);
        var bulletin = Bulletin.Of(announcement, report, scoring.Figures, letterhead) with
        {
            Draft = true,
            Number = 0,
            DocumentNumber = $"{letterhead.NumberPrefix}〔{announcement.Year}〕　号",
        };
        return new(bulletin, policy, scoring);
    }
}

internal static class BulletinDraftEndpoint
{
    public static readonly Role[] Readers = [Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.Administrator];

    public static void Map(RouteGroupBuilder months) => months
        .MapGet("/{month}/bulletin", Handle).Allow(Readers).TakesTurn(CallerTurns.Exports)
        .WithSummary("当月通报；发布前为草稿").ProducesBulletin();

    public static RouteHandlerBuilder ProducesBulletin(this RouteHandlerBuilder route) => route
        .Produces<Bulletin>().Produces(StatusCodes.Status200OK, contentType: Downloads.DocxType)
        .Produces(StatusCodes.Status200OK, contentType: Downloads.XlsxType);

    private static async Task<IResult> Handle(string street, string month, string? format, BulletinDrafts drafts, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (BulletinFormats.Asked(format, http.Request) is not { } form) return Problems.Of(BulletinFormats.Unknown);
        return await drafts.Of(street, asked, http.RequestAborted) is { } issue ? await form(issue) : Problems.Of(PolicyList.None);
    }
}
