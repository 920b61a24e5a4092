using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.ScoreCache;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>Open months are computed when asked for; closed ones are read as closed, beside what would change.</summary>
internal sealed class MonthReports(
    ClosedMonths closedMonths, MonthScoreCache openMonths, PolicyList policies, MonthFactsQuery facts, TimeProvider clock)
    : IMonthPolicies
{
    /// <returns>Null when no policy is in force.</returns>
    public Task<ComputedMonth?> Compute(string street, Month month, CancellationToken cancellation) => openMonths.Get(
        street, month,
        async asOf => await policies.InForce(street, month, CancellationToken.None) is { } found
            ? new(found.From, found.Policy, await Compute(street, month, found.Policy, asOf, CancellationToken.None))
            : null,
        cancellation);

    public async Task<MonthReport?> Report(string street, Month month, CancellationToken cancellation)
    {
        if (await closedMonths.Find(street, month, cancellation) is { } closed)
        {
            var now = await Compute(street, month, closed.Policy, clock.GetUtcNow(), cancellation, closed.Scoring.Edition);
            return MonthReport.Of(
                street, month, closed.Status, closed.PolicyFrom, closed.Scoring, PendingCorrection.Between(closed.Scoring, now)) with
            {
                Corrections = [.. closed.Corrections.Select(CorrectionOfMonth.Of)],
            };
        }
        return await Compute(street, month, cancellation) is { } open
            ? MonthReport.Of(street, month, MonthStatus.Open, open.PolicyFrom, open.Scoring, []) with
            {
                AsOfText = Wording.AsOf(new(month.Start, month.End, clock.GetUtcNow())),
            }
            : null;
    }

    public async Task<IReadOnlyList<Scorecard>?> Scorecards(string street, Month month, CancellationToken cancellation) =>
        (await closedMonths.Find(street, month, cancellation))?.Scoring.Scorecards
        ?? (await Compute(street, month, cancellation))?.Scoring.Scorecards;

    /// <returns>Null when no policy is in force.</returns>
    public async Task<WhatIf?> WhatIf(string street, Month month, Policy other, CancellationToken cancellation)
    {
        if (await PolicyOf(street, month, cancellation) is not var (from, policy)) return null;
        var (known, now) = (await facts.Load(street, month, cancellation), clock.GetUtcNow());
        return Months.WhatIf.Between(
            month, from, MonthScoring.Compute(month, policy, known, now), MonthScoring.Compute(month, other, known, now));
    }

    public async Task<(string From, Policy Policy)?> PolicyOf(string street, Month month, CancellationToken cancellation) =>
        await closedMonths.Find(street, month, cancellation) is { } closed
            ? (closed.PolicyFrom, closed.Policy)
            : await policies.InForce(street, month, cancellation);

    private async Task<MonthScoring> Compute(
        string street, Month month, Policy policy, DateTimeOffset asOf, CancellationToken cancellation,
        MonthEdition edition = MonthEdition.Current) =>
        (await facts.Load(street, month, cancellation)).Score(month, policy, asOf, edition);
}

internal static class MonthReportEndpoints
{
    private static readonly Refusal NoScorecard = new("scorecard-not-found", "该月没有这个考评对象的得分明细。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder street)
    {
        var readers = Enum.GetValues<Role>();
        street.MapGet("/months/{month}", Report).Allow(readers).TakesTurn(CallerTurns.Figures)
            .WithTags("Months").WithSummary("月度考评").Produces<MonthReport>();
        street.MapGet("/scorecards/{subject}/{month}", Scorecard).Allow(readers).TakesTurn(CallerTurns.Figures)
            .WithName("GetScorecard").WithTags("Scorecards").WithSummary("得分明细")
            .Produces<Scorecard>();
    }

    private static async Task<IResult> Report(string street, string month, MonthReports reports, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        return await reports.Report(street, asked, cancellation) is { } report ? TypedResults.Ok(report) : Problems.Of(PolicyList.None);
    }

    private static async Task<IResult> Scorecard(
        string street, string subject, string month, Caller caller, ClosedMonths closed, MonthReports reports,
        CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (!caller.ActsFor(subject)) return Problems.Of(NoScorecard);
        var (isClosed, card) = await closed.Card(street, asked, subject, cancellation);
        if (!isClosed)
        {
            if (await reports.Compute(street, asked, cancellation) is not { } open) return Problems.Of(PolicyList.None);
            card = open.Scoring.Scorecards.FirstOrDefault(c => c.Subject == subject);
        }
        return card is null ? Problems.Of(NoScorecard) : TypedResults.Ok(card);
    }
}
