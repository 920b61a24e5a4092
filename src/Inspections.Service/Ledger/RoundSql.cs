using Campaign.Figures;

namespace Campaign.Inspections.Ledger;

/// <summary>
/// Rounds and their deadlines in SQL, as of a moment that travels as <c>@asOf</c>: where the marks of a <see cref="Formula"/> are read.
/// </summary>
/// <param name="Round">Alias of <c>finding_rounds</c>.</param>
/// <param name="Deadline">Alias of <c>finding_deadlines</c>.</param>
internal sealed record RoundSql(string Round, string Deadline)
{
    public const string AsOf = "asOf";

    /// <summary>Of all deadlines of a round the one that stood then.</summary>
    public string Stood => $"{Deadline}.stands_from <= @{AsOf} AND {Deadline}.stands_until > @{AsOf}";

    /// <summary>When the unit that has it first reported; see <c>RoundFold.Handled</c>.</summary>
    public string HandledAt =>
        $"""
         (SELECT min(answer.at) FROM unnest(
              array_append({Round}.reported_at || {Round}.rejected_at, {Round}.struck_off_at)) AS answer (at)
          WHERE answer.at <= @{AsOf} AND (answer.at = {Round}.struck_off_at
              OR answer.at >= coalesce((SELECT max(b.at) FROM unnest({Round}.assigned_at) AS b (at) WHERE b.at <= @{AsOf}), '-infinity')))
         """;

    public string Condition(RoundOutcome outcome)
    {
        var formula = outcome.Formula();
        var (first, second) = (Of(formula.First), Of(formula.Second));
        var comparison = formula.Comparison switch
        {
            Comparison.NotAfter => $"{first} <= {second}",
            Comparison.OnTheDayOf => $"{Day(first)} = {Day(second)}",
        };
        return $"({comparison}) IS {(formula.Negated ? "NOT TRUE" : "TRUE")}";
    }

    private string Of(Mark mark) => mark switch
    {
        Mark.Began => $"{Round}.began_at",
        Mark.Relapsed => $"CASE WHEN {Round}.round > 1 THEN {Round}.began_at END",
        Mark.Routed => $"{Round}.routed_at",
        Mark.Due => $"{Deadline}.due",
        Mark.Extended => $"{Round}.extended_at",
        Mark.Rejected => $"(SELECT min(b.at) FROM unnest({Round}.rejected_at) AS b (at))",
        Mark.Handled => HandledAt,
        Mark.StruckOff => $"{Round}.struck_off_at",
        Mark.Until => $"@{AsOf}",
    };

    private static string Day(string moment) => $"({moment} AT TIME ZONE INTERVAL '8 hours')::date";
}
