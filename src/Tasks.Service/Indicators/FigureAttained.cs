using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Indicators;

/// <summary>
/// An indicator target is reached when the figure submitted attains, beside what the street has reported of the years before.
/// </summary>
internal sealed class FigureAttained(IEventStore store, IndicatorTargets targets) : IApprovalNeed
{
    /// <returns>Why it cannot be approved; null for every other assignment, and for one that attains.</returns>
    public async Task<Refusal?> Unmet(StreamId<Assignment> stream, CancellationToken cancellation)
    {
        var (assignment, _) = await store.Load(stream, cancellation);
        if (assignment is not { Brief.Indicator: { } goal, Submission.Value: { } figure }) return null;
        var judged = await targets.Judge(
            stream.Tenant, goal.Number, goal.Year, cancellation, version: goal.Standard,
            reported: new Measurement(goal.Year, Value: figure.Number, Yes: figure.Yes));
        return judged?.Judgement switch
        {
            null => IndicatorRules.FigureNotAttained with { Detail = $"所依据的标准中没有第 {goal.Number} 项指标。" },
            _ when figure.Number is { } number && !judged.Indicator.MayBe(number) =>
                IndicatorRules.FigureNotAttained with { Detail = IndicatorRules.ValueOutOfRange.Detail },
            { Result: Attainment.Attained } => null,
            var judgement => IndicatorRules.FigureNotAttained with { Detail = $"{judgement.Result.Chinese()}：{judgement.Reason}" },
        };
    }
}
