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
        counted =
        [
            .. lives.Where(life => !life.Any(e => e is FindingVoided or FindingMerged))
                .Select(life => new Case([.. life.Where(e => At(e) is not { } at || at <= End)])).Where(c => c.Rounds.Count > 0),
        ];
    }

    public Dictionary<string, (int Part, int Whole)> Rates()
    {
        var recorded = counted.Where(c => In(c.Recorded)).ToList();
        var due = counted.Select(c => (Case: c, Round: c.Rounds.LastOrDefault(r => r.Due is { } d && InAsDeadline(d))))
            .Where(c => c.Round is not null).ToList();
        var rounds = counted.SelectMany(c => c.Rounds).Where(r => In(r.Began)).ToList();
        var open = counted.SelectMany(c => c.Rounds).Where(r => Day(r.Began) <= to && r.Ended is null).ToList();
        return new(StringComparer.Ordinal)
        {
            ["sameDayRouting"] = (recorded.Count(c => c.Routed is { } routed && Day(routed) == Day(c.Recorded)), recorded.Count),
            ["onTimeStrikeOff"] = (due.Count(c => c.Round!.StruckOff <= c.Round.Due), due.Count),
            ["rework"] = (due.Count(c => c.Round!.Rejected), due.Count),
            ["relapse"] = (rounds.Count(r => r.Relapse), rounds.Count),
            ["overdueOpen"] = (open.Count(r => r.Due <= End), open.Count),
            ["handling"] = (due.Count(c => c.Round!.Reported is not null), due.Count),
            ["handlingOnTime"] = (due.Count(c => c.Round!.Reported <= c.Round.Due), due.Count),
            ["closing"] = (due.Count(c => c.Round!.StruckOff is not null), due.Count),
            ["extension"] = (due.Count(c => c.Round!.Extended), due.Count),
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

    private DateTimeOffset End => ChinaTime.EndOf(to);

    /// <summary>What came after the period is not the period's; null for what no figure asks about.</summary>
    private static DateTimeOffset? At(object e) => e switch
    {
        FindingRecorded x => x.At,
        FindingRouted x => x.At,
        RoutingDeclined x => x.At,
        DeadlineExtended x => x.At,
        RectificationReported x => x.At,
        RectificationRejected x => x.At,
        FindingStruckOff x => x.At,
        FindingRelapsed x => x.At,
        FindingForciblyClosed x => x.At,
        _ => null,
    };

    private bool InAsDeadline(DateTimeOffset due) => ChinaTime.StartOf(from) < due && due <= End;

    private bool In(DateTimeOffset at) => from <= Day(at) && Day(at) <= to;

    private static DateOnly Day(DateTimeOffset at) => ChinaTime.DateOf(at);

    private sealed class Case
    {
        public Case(IReadOnlyList<object> life)
        {
            foreach (var e in life) Apply(e);
            Recorded = life.OfType<FindingRecorded>().SingleOrDefault()?.At ?? default;
            Routed = life.OfType<FindingRouted>().FirstOrDefault()?.At;
        }

        public DateTimeOffset Recorded { get; }
        public DateTimeOffset? Routed { get; }
        public List<Round> Rounds { get; } = [];

        private void Apply(object e)
        {
            if (e is FindingRecorded recorded) Rounds.Add(new(recorded.At, Relapse: false));
            if (e is FindingRelapsed relapsed) Rounds.Add(new(relapsed.At, Relapse: true));
            if (Rounds.Count == 0) return;
            Rounds[^1] = e switch
            {
                FindingRouted x => Rounds[^1].AssignedAt(x.At) with { Due = x.Due },
                RoutingDeclined x => Rounds[^1].AssignedAt(x.At) with { Due = x.At <= Rounds[^1].Due ? null : Rounds[^1].Due },
                DeadlineExtended x => Rounds[^1] with { Due = x.Due, Extended = true },
                RectificationReported x => Rounds[^1].AnsweredAt(x.At),
                RectificationRejected x => Rounds[^1].AnsweredAt(x.At) with { Rejected = true },
                FindingStruckOff x => Rounds[^1].AnsweredAt(x.At) with { StruckOff = x.At, Ended = x.At },
                FindingForciblyClosed x => Rounds[^1] with { Ended = x.At },
                _ => Rounds[^1],
            };
        }
    }

    private sealed record Round(
        DateTimeOffset Began, bool Relapse, DateTimeOffset? Due = null, bool Extended = false,
        DateTimeOffset? StruckOff = null, bool Rejected = false, DateTimeOffset? Ended = null, DateTimeOffset? Assigned = null)
    {
        private IReadOnlyList<DateTimeOffset> Answers { get; init; } = [];

        /// <summary>By its moments: a command that arrives again tells an older one.</summary>
        public DateTimeOffset? Reported
        {
            get
            {
                var answers = Answers.Where(at => at == StruckOff || !(at < Assigned)).ToList();
                return answers.Count == 0 ? null : answers.Min();
            }
        }

        public Round AssignedAt(DateTimeOffset at) => this with { Assigned = Assigned > at ? Assigned : at };

        public Round AnsweredAt(DateTimeOffset at) => this with { Answers = [.. Answers, at] };
    }
}
