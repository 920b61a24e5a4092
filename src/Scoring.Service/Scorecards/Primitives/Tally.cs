using Campaign.Scoring.Metrics;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>Points added up in the order of time until the limit is reached; what comes after stands there with 0.</summary>
internal static class Tally
{
    private const int Digits = 4;

    public static ItemScore PerOccurrence(MeasuredItem item) =>
        Of(item, item.Occurrences.Select(o => (o, o.Amount * item.Item.Points!.Value)));

    /// <summary>Each occurrence by how many times it lasted a full span.</summary>
    public static ItemScore FullSpans(MeasuredItem item) => Of(
        item,
        from o in item.Occurrences
        let spans = Math.Floor(o.Amount / item.Item.Every!.Value)
        where spans > 0
        select (o, spans * item.Item.Points!.Value));

    /// <summary>The sum of the amounts by how many full steps it makes: a line for each occurrence that completes one.</summary>
    public static ItemScore FullSteps(MeasuredItem item) => Of(item, Steps(item));

    /// <summary>What the office gave: from nothing up to the weight, or either way up to the cap.</summary>
    public static ItemScore Manual(MeasuredItem item)
    {
        var given = item.Occurrences.Select(o => (o, o.Amount));
        if (item.Item.Weight == 0) return Of(item, given, -item.Item.Limit, item.Item.Limit);
        return item.Occurrences.Count == 0 ? item.NotApplicable("本月未评定") : Of(item, given, 0, item.Item.Limit);
    }

    public static ItemScore Of(MeasuredItem item, IEnumerable<(Occurrence Cause, decimal Change)> changes) =>
        item.Item.Points < 0 ? Of(item, changes, -item.Item.Limit, 0) : Of(item, changes, 0, item.Item.Limit);

    private static ItemScore Of(MeasuredItem item, IEnumerable<(Occurrence Cause, decimal Change)> changes, decimal low, decimal high)
    {
        var lines = new List<ScoreLine>(item.StartLine());
        var sum = 0m;
        foreach (var (cause, change) in changes)
        {
            var before = sum;
            sum = Math.Clamp(sum + change, low, high);
            var points = Announced(sum) - Announced(before);
            lines.Add(item.Line(points, cause.Text + Effect(change, points, sum == low || sum == high, Math.Abs(sum)), cause));
        }
        return item.Scored(item.Item.Start + sum, lines);
    }

    private static IEnumerable<(Occurrence Cause, decimal Change)> Steps(MeasuredItem item)
    {
        var (every, total) = (item.Item.Every!.Value, 0m);
        foreach (var occurrence in item.Occurrences)
        {
            var before = Math.Floor(total / every);
            total += occurrence.Amount;
            var steps = Math.Floor(total / every);
            if (steps == before) continue;
            yield return (
                occurrence with { Text = $"{occurrence.Text}，累计满 {steps * every:0.##}" }, (steps - before) * item.Item.Points!.Value);
        }
    }

    private static string Effect(decimal change, decimal points, bool reached, decimal limit)
    {
        var verb = change < 0 ? "扣" : "加";
        if (points == 0) return reached ? $"，本月已{verb}满 {limit:0.00##} 分，不再{verb}分" : $"，{verb} 0 分";
        var effect = $"，{verb} {Math.Abs(points):0.00##} 分";
        return reached && limit > 0 ? $"{effect}，至此本月{verb}满 {limit:0.00##} 分" : effect;
    }

    /// <summary>Lines carry what people can read; the sum they stand for stays exact.</summary>
    private static decimal Announced(decimal sum) => Math.Round(sum, Digits, MidpointRounding.AwayFromZero);
}
