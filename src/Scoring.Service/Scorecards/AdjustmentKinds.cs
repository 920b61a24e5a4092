using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;

namespace Campaign.Scoring.Scorecards;

/// <summary>The things a policy can add or take points for. A new kind is a new entry.</summary>
internal static class AdjustmentKinds
{
    private static readonly Dictionary<string, Func<MonthView, IEnumerable<Occurrence>>> Kinds = new(StringComparer.Ordinal)
    {
        ["overdueCase"] = month =>
            from @case in month.Cases
            let deadline = @case.DeadlineIn(month.Month, month.AsOf)
            where deadline is { OnTime: false }
            select Occurrence.Of(deadline.Fact, deadline.Unit, deadline.Due, $"案件 {deadline.Fact.CaseNumber} {Wording.Minute(deadline.Due)}到期未销号"),
        ["relapse"] = month =>
            from fact in month.Cases.SelectMany(c => c.Relapses)
            where month.Month.Contains(fact.At)
            select Occurrence.Of(fact, fact.Unit!, fact.At, $"案件 {fact.CaseNumber} {Wording.Day(fact.At)}反弹"),
        ["rejectedRectification"] = month =>
            from fact in month.Cases.SelectMany(c => c.Rejections)
            where month.Month.Contains(fact.At)
            select Occurrence.Of(fact, fact.Unit!, fact.At, $"案件 {fact.CaseNumber} {Wording.Day(fact.At)}整改复核不通过"),
        ["commendation"] = month =>
            from commendation in month.Commendations
            select Occurrence.Of(commendation, $"{Wording.Day(commendation.Date)}受表扬：{commendation.Reason}"),
    };

    public static bool Know(string kind) => Kinds.ContainsKey(kind);

    public static IReadOnlyList<OccurrencesOfKind> Occurrences(Policy policy, MonthView month) =>
        [.. policy.Adjustments.Select(a => new OccurrencesOfKind(a, Kinds[a.Kind](month).ToLookup(o => o.Subject, StringComparer.Ordinal)))];
}

internal sealed record OccurrencesOfKind(Adjustment Adjustment, ILookup<string, Occurrence> BySubject);
