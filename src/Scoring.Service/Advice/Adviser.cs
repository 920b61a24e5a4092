using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Advice;

/// <summary>What would move a subject up, as the real engine counts it at the end of the month.</summary>
/// <param name="Score">At the end of the month if nothing more happens; null without a scored inspection.</param>
/// <param name="Suggestions">What raises the score, the most first.</param>
/// <param name="Together">All suggestions at once; absent without any.</param>
internal sealed record Advice(
    string Subject, string Month, decimal? Score, int? Rank, IReadOnlyList<Suggestion> Suggestions, Outlook? Together);

internal sealed record Outlook(decimal? Score, int? Rank);

/// <param name="Gain">Points; from nothing where there is no score yet.</param>
/// <param name="Score">What the subject then has at the end of the month.</param>
/// <param name="Rank">And its place, if the others do nothing.</param>
/// <param name="CaseNumber">Of the finding to strike off.</param>
/// <param name="Day">The first day on which the inspection could take place.</param>
/// <param name="InspectionScore">What it is taken to give.</param>
internal sealed record Suggestion(
    string Text, decimal Gain, decimal Score, int? Rank, string? CaseNumber, DateOnly? Day, decimal? InspectionScore);

/// <summary>
/// Each possibility is added to the facts and the month computed again, from the subject's own facts only: a score depends on
/// nothing else, and its place is among the others' scores.
/// </summary>
internal sealed class Adviser
{
    private readonly Month month;
    private readonly Policy policy;
    private readonly MonthFacts own;
    private readonly string subject;
    private readonly DateTimeOffset end;
    private readonly IReadOnlyList<Scorecard> cards;

    private Adviser(Month month, Policy policy, MonthFacts facts, string subject, DateTimeOffset now)
    {
        (this.month, this.policy, this.subject) = (month, policy, subject);
        end = now > month.End ? now : month.End;
        cards = MonthScoring.Compute(month, policy, facts, end).Scorecards;
        var findings = facts.FindingFacts.Where(f => f.Unit == subject).Select(f => f.FindingId).ToHashSet();
        own = facts with
        {
            Subjects = [.. facts.Subjects.Where(s => s.Code == subject)],
            Inspections = [.. facts.Inspections.Where(i => i.Subject == subject)],
            FindingFacts = [.. facts.FindingFacts.Where(f => findings.Contains(f.FindingId))],
        };
    }

    /// <returns>Null when the subject does not take part in the month.</returns>
    public static Advice? For(string subject, Month month, Policy policy, MonthFacts facts, DateTimeOffset now)
    {
        var adviser = new Adviser(month, policy, facts, subject, now);
        return adviser.cards.Any(c => c.Subject == subject) ? adviser.Advise(now) : null;
    }

    private Advice Advise(DateTimeOffset now)
    {
        var (view, card) = (MonthView.Of(month, own, now), cards.Single(c => c.Subject == subject));
        var helpful = (
            from possibility in Possibilities.StrikeOffs(view, subject).Concat(Inspections(view, card, now))
            let then = After([possibility])
            where then.Score > (card.Score ?? -1)
            orderby then.Score descending
            select (Possibility: possibility, Then: then)).ToList();
        return new(
            subject, month.ToString(), card.Score, card.Rank, [.. helpful.Select(h => Suggest(h.Possibility, card, h.Then))],
            helpful.Count == 0 ? null : After([.. helpful.Select(h => h.Possibility)]));
    }

    /// <summary>An inspection is taken to give the subject's mean; without one yet, that of its category.</summary>
    private IEnumerable<Possibility> Inspections(MonthView view, Scorecard card, DateTimeOffset now)
    {
        var means = cards.Where(c => c.Category == card.Category).Select(c => c.Mean).OfType<decimal>().ToList();
        decimal? usual = card.Mean ?? (means.Count == 0 ? null : Points.Round(means.Average()));
        return usual is { } score && now < month.End ? Possibilities.Inspections(view, subject, score, ChinaTime.DateOf(now)) : [];
    }

    private Outlook After(IReadOnlyList<Possibility> done)
    {
        var facts = own with
        {
            Inspections = [.. own.Inspections, .. done.Select(p => p.Inspection).OfType<InspectionFact>()],
            FindingFacts = [.. own.FindingFacts, .. done.Select(p => p.StruckOff).OfType<FindingFact>()],
        };
        var card = MonthScoring.Compute(month, policy, facts, end).Scorecards.Single();
        var ranked = Ranking.Rank([.. cards.Select(other => other.Subject == subject ? card : other)]);
        return new(card.Score, ranked.Single(c => c.Subject == subject).Rank);
    }

    private static Suggestion Suggest(Possibility possibility, Scorecard card, Outlook then)
    {
        var (score, gain) = (then.Score!.Value, then.Score.Value - (card.Score ?? 0));
        var points = card.Score is { } now ? $"月末得分预计由{now:F2}分升至{score:F2}分（+{gain:F2}分）" : $"月末预计可得{score:F2}分（否则无得分）";
        var place = card.Rank is null ? $"名次预计为第{then.Rank}名"
            : then.Rank == card.Rank ? $"名次仍为第{card.Rank}名" : $"名次由第{card.Rank}名升至第{then.Rank}名";
        return new($"{possibility.Action}，{points}，{place}。", gain, score, then.Rank,
            possibility.StruckOff?.CaseNumber, possibility.Inspection?.Date, possibility.Inspection?.Score);
    }
}
