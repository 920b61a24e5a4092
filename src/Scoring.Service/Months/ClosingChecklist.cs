using Campaign.EventStore;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>封账核对清单: what should be settled before a month is closed.</summary>
/// <param name="Ready">It is over, and nothing is open.</param>
/// <param name="ClosesOn">The set day, on which it closes by itself when nothing is open.</param>
internal sealed record Checklist(string Month, MonthStatus Status, bool Ready, DateOnly? ClosesOn, IReadOnlyList<OpenPoint> OpenPoints);

/// <param name="Subject">Null for a point of the whole street.</param>
internal sealed record OpenPoint(OpenPointKind Kind, string? Subject, string Text)
{
    public static readonly OpenPoint PolicyMissing = new(OpenPointKind.PolicyMissing, null, PolicyList.None.Detail);

    public static IEnumerable<OpenPoint> WeeksMissing(MonthScoring scoring) =>
        from card in scoring.Scorecards
        where scoring.MissingWeeks.ContainsKey(card.Subject)
        let weeks = scoring.MissingWeeks[card.Subject].Select(monday => $"{Wording.Day(monday)}起的一周")
        select new OpenPoint(OpenPointKind.WeeksMissing, card.Subject, $"{card.Name}缺少检查：{string.Join('、', weeks)}。");

    /// <summary>Only what moves a figure when it is confirmed: no self-check, and nobody who is not scored in the month.</summary>
    public static IEnumerable<OpenPoint> InspectionsUnconfirmed(MonthScoring scoring, IReadOnlyList<UnconfirmedInspection> unconfirmed)
    {
        var names = scoring.Scorecards.ToDictionary(card => card.Subject, card => card.Name, StringComparer.Ordinal);
        return from inspection in unconfirmed
               where inspection.Counts && names.ContainsKey(inspection.Subject)
               let what = $"{names[inspection.Subject]}{Wording.Day(inspection.Date)}的{inspection.Kind}"
               select new OpenPoint(OpenPointKind.InspectionUnconfirmed, inspection.Subject, $"{what}成绩尚未确认（{inspection.Stage}）。");
    }
}

internal enum OpenPointKind { PolicyMissing, WeeksMissing, InspectionUnconfirmed, AppealOpen }

internal sealed class ClosingChecklist(IEnumerable<IClosingCheck> checks)
{
    public async Task<IReadOnlyList<OpenPoint>> Of(string street, Month month, MonthScoring scoring, CancellationToken cancellation)
    {
        var open = new List<OpenPoint>();
        foreach (var check in checks) open.AddRange(await check.Of(street, month, scoring, cancellation));
        return open;
    }
}

/// <summary>What the month itself lacks: inspections, and the confirmation of those that took place.</summary>
internal sealed class InspectionsCheck(UnconfirmedInspections inspections) : IClosingCheck
{
    public async Task<IEnumerable<OpenPoint>> Of(string street, Month month, MonthScoring scoring, CancellationToken cancellation) =>
    [
        .. OpenPoint.WeeksMissing(scoring),
        .. OpenPoint.InspectionsUnconfirmed(scoring, await inspections.Of(street, month, cancellation)),
    ];
}

internal static class ClosingChecklistEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapGet("/{month}/checklist", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.Administrator).TakesTurn(CallerTurns.Figures)
        .WithSummary("封账核对清单").Produces<Checklist>();

    private static async Task<IResult> Handle(
        string street, string month, IEventStore store, MonthReports reports, ClosingChecklist checklist, ClosingDays days,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        var (state, _) = await store.Load(MonthState.Stream(street, asked), cancellation);
        if (state.Status is not MonthStatus.Open) return TypedResults.Ok(new Checklist(month, state.Status, Ready: false, null, []));
        IReadOnlyList<OpenPoint> open = await reports.Compute(street, asked, cancellation) is { } computed
            ? await checklist.Of(street, asked, computed.Scoring, cancellation)
            : [OpenPoint.PolicyMissing];
        var closesOn = (await days.Of(street, cancellation))?.ClosesOn(asked);
        return TypedResults.Ok(new Checklist(month, state.Status, open.Count == 0 && asked.IsOverAt(clock.GetUtcNow()), closesOn, open));
    }
}
