using Campaign.Scoring.Facts;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Metrics;

/// <summary>Something that the facts of a month tell about each subject and that an item of a policy can name.</summary>
/// <param name="Code">As policies write it.</param>
/// <param name="Name">As people read it.</param>
internal sealed record Metric(string Code, string Name, MetricShape Shape, Func<MonthView, Item, IEnumerable<Occurrence>> Read)
{
    /// <summary>What is measured for an item, by subject, in the order of time.</summary>
    public ILookup<string, Occurrence> Of(MonthView month, Item item)
    {
        var occurrences = Read(month, item);
        // Inspections come in the order of their ledger, which is finer than their dates.
        return (Shape is MetricShape.Scores
            ? occurrences
            : occurrences.OrderBy(o => o.At).ThenBy(o => o.CaseNumber, StringComparer.Ordinal).ThenBy(o => o.EventId))
            .ToLookup(o => o.Subject, StringComparer.Ordinal);
    }

    /// <summary>The one number of a month; null where there is nothing to judge.</summary>
    public decimal? ValueOf(IReadOnlyList<Occurrence> occurrences) => Shape switch
    {
        MetricShape.Scores => occurrences.Count == 0 ? null : occurrences.Average(o => o.Amount),
        MetricShape.Share => occurrences.Count == 0 ? null : 100m * occurrences.Count(o => o.Hit) / occurrences.Count,
        MetricShape.Events or MetricShape.Hours or MetricShape.Entries => occurrences.Sum(o => o.Amount),
    };
}

internal enum MetricShape
{
    /// <summary>Scores of 0–100, which have a mean.</summary>
    Scores,

    /// <summary>Things that happened, each counting one.</summary>
    Events,

    /// <summary>Members of a whole, some of which are hits: a rate.</summary>
    Share,

    /// <summary>Things that lasted, in hours.</summary>
    Hours,

    /// <summary>Amounts that the office entered for the item.</summary>
    Entries,
}
