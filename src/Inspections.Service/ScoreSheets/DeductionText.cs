using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>
/// Reads the 扣分标准 of a printed sheet. What is not surely one of the forms is not understood: a rule that was guessed would cost
/// somebody points.
/// </summary>
internal static partial class DeductionText
{
    // What printed sheets count in.
    private const string Measure = "[处项个次人户例份块条家件所名台辆座类种间张]";
    private const string Number = @"\d{1,4}(?:\.\d{1,2})?";

    /// <returns>Null when the text fits no form.</returns>
    public static DeductionRule? Parse(string text, decimal max)
    {
        var clauses = Clauses().Split(Plain(text)).Where(clause => clause.Length > 0 && clause != "扣完为止").ToList();
        decimal? cap = null;
        if (clauses.Count > 1 && CapClause().Match(clauses[^1]) is { Success: true } capped)
        {
            cap = Points(capped);
            clauses.RemoveAt(clauses.Count - 1);
        }
        // What comes before describes the fault, as long as it names no figure.
        var described = clauses.Count > 0 && !clauses.SkipLast(1).Any(Figures().IsMatch);
        var rule = described ? Counted(clauses[^1], cap) ?? Single(clauses[^1], cap, max) : Tiered(clauses, cap);
        return rule is not null && SheetRules.Fault(rule, max) is null ? rule : null;
    }

    /// <summary>缺一项扣0.5分 · 每处扣1分.</summary>
    private static DeductionRule? Counted(string clause, decimal? cap) => Occurrence().Match(clause) is { Success: true } match
        ? new DeductionRule(DeductionForm.PerOccurrence, Points(match), cap)
        : null;

    /// <summary>1-2处扣1分，3-5处扣2分，6处以上扣4分: nothing left out between, the last one open.</summary>
    private static DeductionRule? Tiered(List<string> clauses, decimal? cap)
    {
        var bands = clauses.Select(clause => Band().Match(clause)).ToList();
        if (bands.Count < 2 || !bands.TrueForAll(band => band.Success)) return null;
        for (var i = 0; i < bands.Count - 1; i++)
        {
            var end = bands[i].Groups["to"] is { Success: true } to ? to : bands[i].Groups["from"];
            if (Whole(end) + 1 != Whole(bands[i + 1].Groups["from"])) return null;
        }
        if (Whole(bands[0].Groups["from"]) != 1 || !bands[^1].Groups["open"].Success
            || bands.SkipLast(1).Any(band => band.Groups["open"].Success)) return null;
        return new DeductionRule(
            DeductionForm.Tiers, Cap: cap, Tiers: [.. bands.Select(band => new DeductionTier(Whole(band.Groups["from"]), Points(band)))]);
    }

    /// <summary>不达标不得分 · 酌情扣分 · 无制度扣2分, which is once or not at all.</summary>
    private static DeductionRule? Single(string clause, decimal? cap, decimal max)
    {
        if (Discretion().IsMatch(clause)) return new DeductionRule(DeductionForm.Free, Cap: cap);
        if (cap is not null) return null;
        if (Nothing().IsMatch(clause)) return new DeductionRule(DeductionForm.AllOrNothing);
        if (Once().Match(clause) is not { Success: true } once) return null;
        return Points(once) == max
            ? new DeductionRule(DeductionForm.AllOrNothing)
            : new DeductionRule(DeductionForm.Tiers, Tiers: [new(1, Points(once))]);
    }

    /// <summary>Without blanks, and with the digits and marks of a Western keyboard.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '．' => '.',
        '～' or '–' or '—' or '－' => '-',
        _ => c,
    }));

    private static decimal Points(Match match) => decimal.Parse(match.Groups["points"].ValueSpan, CultureInfo.InvariantCulture);

    private static int Whole(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("[,，;；。、]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clauses();

    [GeneratedRegex($"^(?:累计)?(?:最多|最高|至多|不超过)(?:扣|扣至)?(?<points>{Number})分$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CapClause();

    // One measure a time: 每2处, 每10%, 至少一处 and 一次性 are something else.
    [GeneratedRegex(
        $"""
         ^(?: [^扣得每\d]* 每(?:发现|缺少|缺|少|有|出现)? [一1]? | [^扣得每\d]* (?:发现|缺少|缺|(?<!至)少)[一1] | [一1] ) {Measure}(?!性)
         [^扣得每\d]* 扣(?<points>{Number})分$
         """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Occurrence();

    [GeneratedRegex(
        $"^(?<from>\\d{{1,4}})(?:[-至到](?<to>\\d{{1,4}}))?{Measure}(?<open>及?以上)?(?:的)?扣(?<points>{Number})分$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Band();

    [GeneratedRegex(@"^[^扣得\d]*(?:酌情|视情|视情况|视情节|视情节轻重)(?:给予)?扣分$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Discretion();

    [GeneratedRegex(@"^[^扣得\d]*(?:不得分|得0分|全扣|扣全分|扣完)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex($@"^(?:无|没有|未|不)[^扣得每\d一二两三四五六七八九十百%]*扣(?<points>{Number})分$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Once();

    [GeneratedRegex(@"[扣得每\d]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
