using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Campaign.Web;

namespace Campaign.Scoring.Advice;

internal static class AdviceRules
{
    public static readonly Refusal MonthClosed = new("advice-month-closed", "本月已经封账，得分不再因整改或检查而变动。");
}

internal static class AdviceEndpoint
{
    public static void Map(RouteGroupBuilder subjects) => subjects
        .MapGet("/{code}/advice", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("提分建议").Produces<Advice>();

    private static async Task<IResult> Handle(
        string street, string code, string month, Caller caller, ClosedMonths closed, PolicyList policies, MonthFactsQuery facts,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        if (!caller.ActsFor(code)) return Problems.Of(SubjectList.NotFound);
        if ((await closed.Of(street, cancellation)).Contains(asked.ToString(), StringComparer.Ordinal))
            return Problems.Of(AdviceRules.MonthClosed);
        if (await policies.InForce(street, asked, cancellation) is not { } found) return Problems.Of(PolicyList.None);
        var known = await facts.Load(street, asked, cancellation);
        return Adviser.For(code, asked, found.Policy, known, clock.GetUtcNow()) is { } advice
            ? TypedResults.Ok(advice)
            : Problems.Of(SubjectList.NotFound);
    }
}
