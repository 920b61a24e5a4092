using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Campaign.Documents;

/// <summary>What the styles of a workbook make of its numbers.</summary>
internal static partial class CellFormats
{
    private const int MaxDigits = 15;

    /// <summary>By the number that a cell names.</summary>
    public static IReadOnlyList<NumberKind> Read(WorkbookParts parts, WorkbookBudget budget)
    {
        if (parts.Styles is not { } part) return [];
        var codes = new Dictionary<int, NumberKind>();
        var formats = new List<NumberKind>();
        var inCells = false;
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName is "cellXfs") inCells = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName is "numFmt")
            {
                budget.Format();
                codes[Number(xml, "numFmtId")] = Of(xml.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && xml.LocalName is "xf")
            {
                budget.Format();
                var id = Number(xml, "numFmtId");
                formats.Add(codes.TryGetValue(id, out var own) ? own : new(IsDate(id), 0));
            }
        }

        return formats;
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.Parse(xml.GetAttribute(attribute) ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Those that every workbook has without writing them down; from 27 on as Chinese editions have them.</summary>
    private static bool IsDate(int builtIn) =>
        builtIn is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static NumberKind Of(string code)
    {
        var first = code.Split(';')[0];
        var zeros = Filling().Replace(first, "").Trim();
        if (Zeros().IsMatch(zeros)) return new(IsDate: false, Math.Min(zeros.Length, MaxDigits));
        var plain = Quoted().Replace(first, "");
        return new(!plain.Contains("General", StringComparison.OrdinalIgnoreCase) && DateParts().IsMatch(plain), 0);
    }

    [GeneratedRegex("^0{2,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"""[^""]*""|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    /// <summary>What shows nothing but room, colour or language.</summary>
    [GeneratedRegex(@"_.|\*.|\[[^\]]*\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filling();

    [GeneratedRegex("[ymdhs]|a{3,4}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateParts();
}
