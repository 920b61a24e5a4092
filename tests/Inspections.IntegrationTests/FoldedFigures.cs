using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>The figures told anew from the events alone, in the words of the domain: numerator and denominator by code.</summary>
internal sealed class FoldedFigures
{
    private readonly List<Case> counted;
    private readonly DateOnly from;
    private readonly DateOnly to;

    public FoldedFigures(IEnumerable<IReadOnlyList<object>> lives, DateOnly from, DateOnly to)
    {
        (this.from, this.to) = (from, to);
        counted = [.. lives.Where(life => !life.Any(e => e is FindingVoided or FindingMerged)).Select(life => new Case(life))];
    }

    public Dictionary<string, (int Part, int Whole)> Rates()
    {
        var recorded = counted.Where(c => In(c.Recorded)).ToList();
        var due = counted.Select(c => (Case: c, Round: c.Rounds.LastOrDefault(r => r.Due is { } d && In(d))))
            .Where(c => c.Round is not null).ToList();
        var rounds = counted.SelectMany(c => c.Rounds).Where(r => In(r.Began)).ToList();
        var onTime = due.Count(c => c.Round!.StruckOff <= c.Round.Due);
        return new(StringComparer.Ordinal)
        {
            ["onTimeStrikeOff"] = (onTime, due.Count),
            ["sameDayRouting"] = (recorded.Count(c => c.Routed is { } routed && Day(routed) == Day(c.Recorded)), recorded.Count),
            ["rework"] = (due.Count(c => c.Case.Rejected), due.Count),
            ["relapse"] = (rounds.Count(r => r.Relapse), rounds.Count),
            ["handled"] = (due.Count(c => c.Round!.Reported is not null), due.Count),
            ["handledOnTime"] = (due.Count(c => c.Round!.Reported <= c.Round.Due), due.Count),
            ["closed"] = (due.Count(c => c.Round!.StruckOff is not null), due.Count),
            ["closedOnTime"] = (onTime, due.Count),
            ["extended"] = (due.Count(c => c.Round!.Extended), due.Count),
        };
    }

    public (decimal? Hours, int Rounds) Median()
    {
        var hours = counted.SelectMany(c => c.Rounds).Where(r => r.StruckOff is { } at && In(at))
            .Select(r => (decimal)(r.StruckOff!.Value - r.Began).TotalHours).Order().ToList();
        if (hours.Count == 0) return (null, 0);
        var middle = (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2;
        return (Math.Round(middle, 2, MidpointRounding.AwayFromZero), hours.Count);
    }

    private bool In(DateTimeOffset at) => from <= Day(at) && Day(at) <= to;

    private static DateOnly Day(DateTimeOffset at) => ChinaTime.DateOf(at);

    private sealed class Case
    {
        public Case(IReadOnlyList<object> life)
        {
            foreach (var e in life) Apply(e);
            Recorded = life.OfType<FindingRecorded>().Single().At;
            Routed = life.OfType<FindingRouted>().FirstOrDefault()?.At;
            Rejected = life.Any(e => e is RectificationRejected);
        }

        public DateTimeOffset Recorded { get; }
        public DateTimeOffset? Routed { get; }
        public bool Rejected { get; }
        public List<Round> Rounds { get; } = [];

        private void Apply(object e)
        {
            if (e is FindingRecorded recorded) Rounds.Add(new(recorded.At, Relapse: false));
            if (e is FindingRelapsed relapsed) Rounds.Add(new(relapsed.At, Relapse: true));
            Rounds[^1] = e switch
            {
                FindingRouted x => Rounds[^1] with { Due = x.Due, Reported = null },
                RoutingDeclined x => Rounds[^1] with { Due = x.At <= Rounds[^1].Due ? null : Rounds[^1].Due, Reported = null },
                DeadlineExtended x => Rounds[^1] with { Due = x.Due, Extended = true },
                RectificationReported x => Rounds[^1] with { Reported = x.At },
                RectificationRejected => Rounds[^1] with { Reported = null },
                FindingStruckOff x => Rounds[^1] with { StruckOff = x.At },
                _ => Rounds[^1],
            };
        }
    }

    private sealed record Round(
        DateTimeOffset Began, bool Relapse, DateTimeOffset? Due = null, bool Extended = false, DateTimeOffset? Reported = null,
        DateTimeOffset? StruckOff = null);
}
