using Campaign.Scoring.Advice;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>Whatever is known in the middle of a month, and by whatever policy it counts.</summary>
public sealed class AdviceProperties
{
    private static readonly DateTimeOffset Now = At(16);

    [Fact]
    public void What_is_suggested_comes_true_when_it_is_done() => Hold((known, policy) => known.Subjects.All(subject =>
        Adviser.For(subject.Code, September, policy, known, Now) is not { } advice || advice.Suggestions.All(suggestion =>
        {
            var then = MonthScoring.Compute(September, policy, Done(known, subject.Code, suggestion), September.End).Scorecards.Single(
                c => c.Subject == subject.Code);
            return (then.Score, then.Rank) == (suggestion.Score, suggestion.Rank);
        })));

    [Fact]
    public void What_helps_most_comes_first_and_everything_helps() => Hold((known, policy) => known.Subjects.All(subject =>
        Adviser.For(subject.Code, September, policy, known, Now) is not { } advice
        || (advice.Suggestions.All(s => s.Gain > 0 || advice.Score is null)
            && advice.Suggestions.Select(s => s.Score).SequenceEqual(advice.Suggestions.Select(s => s.Score).OrderDescending()))));

    /// <summary>Struck off at the very deadline, or at once where that has passed; inspected on the last day of the week.</summary>
    private static MonthFacts Done(MonthFacts known, string subject, Suggestion suggestion)
    {
        if (suggestion.Day is { } day)
        {
            var id = Guid.CreateVersion7();
            var sunday = day.AddDays((7 - (int)day.DayOfWeek) % 7);
            return known with
            {
                Inspections =
                [.. known.Inspections, new InspectionFact(id, 1, id, subject, "日常检查", sunday, suggestion.InspectionScore, null)]
            };
        }
        var last = known.FindingFacts.Where(f => f.CaseNumber == suggestion.CaseNumber).MaxBy(f => f.Version)!;
        var at = last.Due > Now ? last.Due.Value : Now;
        return known with
        {
            FindingFacts =
            [.. known.FindingFacts, last with { Version = last.Version + 1, Kind = FindingFactKind.StruckOff, At = at }]
        };
    }

    private static void Hold(Func<MonthFacts, Policy, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(GeneratedMonths.Any, AnyPolicy.Policies.ToArbitrary(), (story, policy) => property(Known(story.Facts), policy)));

    private static MonthFacts Known(MonthFacts facts) => facts with
    {
        FindingFacts = [.. facts.FindingFacts.Where(f => f.At <= Now)],
        Inspections = [.. facts.Inspections.Where(i => i.Date < new DateOnly(2024, 9, 16))],
    };
}
