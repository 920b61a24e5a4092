using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Ledger;

/// <summary>The one place where a filter of the ledger becomes SQL: for its list, its map, its export and every count.</summary>
internal static class LedgerConditions
{
    private static readonly string Open = $"f.status IN ({string.Join(", ", FindingStates.Open.Order().Select(status => $"'{status}'"))})";

    private const string SameDay =
        "(f.routed_at AT TIME ZONE INTERVAL '8 hours')::date = (f.recorded_at AT TIME ZONE INTERVAL '8 hours')::date";

    public static LedgerSql Of(LedgerScope scope, LedgerFilter filter)
    {
        var sql = Conditions.In(scope);
        sql.AddCode("f.unit", "unit", filter.Unit);
        sql.AddCode("f.community", "community", filter.Community);
        sql.Add("f.category = ANY (@category)", "category", filter.Category is { Length: > 0 } ? filter.Category : null);
        sql.AddGroup(filter.Group);
        sql.AddOneOf("f.status", filter.Status);
        sql.AddOneOf("f.severity", filter.Severity);
        sql.AddEither(filter.Open, Open, $"NOT {Open}");
        sql.AddEither(filter.Counted, "f.status NOT IN ('Voided', 'Merged')", "f.status IN ('Voided', 'Merged')");
        sql.AddEither(filter.Overdue, "f.overdue", "NOT f.overdue");
        sql.AddEither(filter.Relapsed, "f.round > 1", "f.round = 1");
        sql.AddEither(filter.Reworked, "f.rejections > 0", "f.rejections = 0");
        sql.AddEither(filter.OnSite, "f.on_site", "NOT f.on_site");
        sql.AddEither(filter.SameDay, $"({SameDay}) IS TRUE", $"({SameDay}) IS NOT TRUE");
        sql.AddDays("f.recorded_at", "recorded", filter.RecordedFrom, filter.RecordedTo);
        sql.AddDays("f.struck_off_at", "struckOff", filter.StruckOffFrom, filter.StruckOffTo);
        sql.AddDays("f.closed_at", "closed", filter.ClosedFrom, filter.ClosedTo);
        AddText(sql, filter.Words);
        AddArea(sql, filter.Bbox);
        if (!filter.JudgesDeadline) return sql.On("findings f");
        AddDeadline(sql, filter);
        return sql.On(
            """
            findings f JOIN finding_deadlines d ON d.street = f.street AND d.finding = f.id
            JOIN finding_rounds j ON j.street = d.street AND j.finding = d.finding AND j.round = d.round
            """);
    }

    /// <summary>
    /// By the index of grams, then by the very word. The planner takes <c>&lt;&gt; 0</c> for nearly always true and judges by the grams
    /// alone: a frequent word is looked for in the order of the list, a rare one in the
    /// index (LIKE it would take for rare whatever the word).
    /// </summary>
    private static void AddText(Conditions sql, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            sql.Add($"f.grams @> @grams{i}", $"grams{i}", Bigrams.Of(word) is { Length: > 0 } grams ? grams : null);
            sql.Add(
                $"strpos({Folded("concat_ws(' ', f.case_number, f.address, f.road_section, f.description)")}, {Folded($"@word{i}")}) <> 0",
                $"word{i}", word);
        }
    }

    /// <summary>PostgreSQL folds both sides, so that both are folded alike: width and forms of characters, then case.</summary>
    private static string Folded(string text) => $"lower(normalize({text}, NFKC))";

    private static void AddArea(Conditions sql, string? bbox)
    {
        if (bbox is null || Area.Read(bbox) is not { } area) return;
        sql.Add("f.latitude BETWEEN @South AND @North AND f.longitude BETWEEN @West AND @East");
        sql.Arguments.AddDynamicParams(new { area.West, area.South, area.East, area.North });
    }

    /// <summary>A finding once, by the latest of its rounds whose last deadline lies in the range.</summary>
    private static void AddDeadline(Conditions sql, LedgerFilter filter)
    {
        var (judged, range) = (new RoundSql("j", "d"), new Conditions());
        range.AddDeadlineDays("{0}.due", "due", filter.DueFrom, filter.DueTo);
        range.Add(filter.DueBy is null ? "{0}.stands_until = 'infinity'" : (judged with { Deadline = "{0}" }).Stood);
        range.Add($"{{0}}.due <= @{RoundSql.AsOf}", RoundSql.AsOf, filter.DueBy?.ToUniversalTime());
        IEnumerable<string> Of(string deadline) => range.All.Select(text => text.Replace("{0}", deadline, StringComparison.Ordinal));
        sql.Arguments.AddDynamicParams(range.Arguments);
        foreach (var condition in Of(judged.Deadline)) sql.Add(condition);
        sql.Add(
            $"""
             NOT EXISTS (SELECT FROM finding_deadlines later WHERE later.street = d.street AND later.finding = d.finding
               AND later.round > d.round AND {string.Join(" AND ", Of("later"))})
             """);
        sql.AddCode("d.unit", "dueUnit", filter.DueUnit);
        if (filter.Outcome is { } outcome) sql.Add(judged.Condition(outcome));
    }
}
