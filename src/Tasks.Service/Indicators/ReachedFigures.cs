using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Indicators;

/// <summary>
/// The figure of an indicator target is one of its indicator: it is held to the same rules, and once approved it is the value of the
/// street for the year, so that nobody enters it a second time.
/// </summary>
internal sealed class ReachedFigures(IEventStore store, Standards standards) : ISubmissionNeed, IApprovalEffect
{
    public async Task<Refusal?> Unmet(StreamId<Assignment> stream, ReachedFigure figure, DateTimeOffset now, CancellationToken cancellation)
    {
        var (assignment, _) = await store.Load(stream, cancellation);
        if (assignment.Brief?.Indicator is not { } goal) return null;
        var (code, indicator) = await Find(stream.Tenant, goal, cancellation);
        var value = Value(code, goal, figure.Number, figure.Yes, planned: null, [], source: null, now);
        var refusal = indicator is null ? IndicatorRules.IndicatorUnknown : ReportIndicatorValue.Impossible(indicator, value);
        return refusal is null ? null : refusal with { Kind = RefusalKind.Invalid, Pointer = "/value" };
    }

    public async Task<IReadOnlyList<StreamChange>> Of(
        StreamId<Assignment> stream, Assignment approved, StreamLoader loader, DateTimeOffset now, CancellationToken cancellation)
    {
        if (approved is not { Brief.Indicator: { } goal, Submission: { Value: { } figure } submission }) return [];
        var (code, _) = await Find(stream.Tenant, goal, cancellation);
        var values = await loader.Load(IndicatorValues.Stream(stream.Tenant, code, goal.Number, unit: null));
        var known = values.State.Standing.GetValueOrDefault((goal.Year, null));
        if (known is not null && known.Value == figure.Number && known.Yes == figure.Yes) return [];
        return
        [
            values.Gets(Value(
                code, goal, figure.Number, figure.Yes, known?.Planned, submission.Photos, $"任务“{approved.Title}”审核通过", now)),
        ];
    }

    private async Task<(string Code, Indicator? Indicator)> Find(string street, IndicatorGoal goal, CancellationToken cancellation)
    {
        var code = goal.Standard ?? await standards.InForce(goal.Year, cancellation);
        return (code, (await standards.Find(street, code, cancellation)).Standard?.Find(goal.Number));
    }

    private static IndicatorValueReported Value(
        string code, IndicatorGoal goal, decimal? number, bool? yes, decimal? planned, IReadOnlyList<string> evidence, string? source,
        DateTimeOffset now) =>
        new(code, goal.Number, Unit: null, goal.Year, Part: null, number, Grade: null, yes, planned, evidence, source, now);
}
