using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Indicators;

/// <summary>What happens to the figures of an indicator.</summary>
internal interface IIndicatorValueEvent;

/// <summary>A value was reported, or reported anew: the last one for a year and part counts, the earlier ones stay to be read.</summary>
/// <param name="Standard">Version of the standard it is judged by, for good.</param>
/// <param name="Unit">责任单位 whose own figure it is; null for the figure of the street, or of the district.</param>
/// <param name="Planned">What the plan asks for, where the target is a plan's.</param>
/// <param name="Evidence">SHA-256 of each document.</param>
internal sealed record IndicatorValueReported(
    string Standard, int No, string? Unit, int Year, string? Part, decimal? Value, string? Grade, bool? Yes, decimal? Planned,
    IReadOnlyList<string> Evidence, string? Source, DateTimeOffset At)
    : IIndicatorValueEvent
{
    public bool SameAs(IndicatorValueReported other) =>
        this with { Evidence = [], At = default } == other with { Evidence = [], At = default }
        && Evidence.SequenceEqual(other.Evidence, StringComparer.Ordinal);
}

/// <summary>A value that should never have been reported was taken back.</summary>
internal sealed record IndicatorValueWithdrawn(
    string Standard, int No, string? Unit, int Year, string? Part, string Reason, DateTimeOffset At)
    : IIndicatorValueEvent;

/// <summary>What stands of one indicator of one street, of one of its units, or of the district.</summary>
internal sealed record IndicatorValues : IAggregate<IndicatorValues, IIndicatorValueEvent>
{
    public static IndicatorValues Initial { get; } = new();

    /// <summary>Null for one that was withdrawn.</summary>
    public ImmutableDictionary<(int Year, string? Part), IndicatorValueReported?> Standing { get; init; } =
        ImmutableDictionary<(int, string?), IndicatorValueReported?>.Empty;

    public IndicatorValues Evolve(IIndicatorValueEvent @event) => @event switch
    {
        IndicatorValueReported e => this with { Standing = Standing.SetItem((e.Year, e.Part), e) },
        IndicatorValueWithdrawn e => this with { Standing = Standing.SetItem((e.Year, e.Part), null) },
    };

    public static StreamId<IndicatorValues> Stream(string owner, string standard, int no, string? unit) =>
        StreamId<IndicatorValues>.Named(owner, $"indicator-values/{standard}/{no}/{unit}");
}

internal sealed class IndicatorValuesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var street = @event.Stream.Tenant;
        switch (@event.Data)
        {
            case AssignmentIssued { Brief.Indicator: { } goal }:
                Row.Of(@event.Stream).With("version", @event.Version).With("indicator", goal.Number).With("indicator_year", goal.Year)
                    .Update(AssignmentListProjection.Table, sql);
                break;
            case IndicatorValueReported e:
                sql.Add(
                    """
                    INSERT INTO indicator_values (street, unit, standard, no, year, part, value, grade, yes, planned, evidence, source,
                        reported_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                    ON CONFLICT (street, unit, standard, no, year, part) DO UPDATE SET value = excluded.value, grade = excluded.grade,
                        yes = excluded.yes, planned = excluded.planned, evidence = excluded.evidence, source = excluded.source,
                        reported_at = excluded.reported_at
                    """,
                    street, e.Unit ?? "", e.Standard, e.No, e.Year, e.Part ?? "", e.Value, e.Grade, e.Yes, e.Planned, e.Evidence.ToArray(),
                    e.Source, e.At);
                break;
            case IndicatorValueWithdrawn e:
                sql.Add(
                    "DELETE FROM indicator_values WHERE street = $1 AND unit = $2 AND standard = $3 AND no = $4 AND year = $5 AND part = $6",
                    street, e.Unit ?? "", e.Standard, e.No, e.Year, e.Part ?? "");
                break;
        }
    }
}
