using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Campaign.Documents;

/// <summary>The texts that cells refer to by number.</summary>
internal static partial class SharedTexts
{
    public static IReadOnlyList<string> Read(WorkbookParts parts, WorkbookBudget budget)
    {
        if (parts.Texts is not { } part) return [];
        var texts = new List<string>();
        using var xml = parts.Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(Item(xml, budget, escaped: true));
        }

        return texts;
    }

    /// <summary>
    /// The text of an element, of all its runs, without what is there for its pronunciation. Leaves the reader at its end.
    /// </summary>
    public static string Item(XmlReader xml, WorkbookBudget budget, bool escaped)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text, spoken) = (xml.Depth, new StringBuilder(), 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName is "rPh" && !xml.IsEmptyElement) spoken += xml.NodeType is XmlNodeType.Element ? 1 : -1;
            if (spoken > 0 || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)) continue;
            budget.Text(xml.Value.Length);
            text.Append(xml.Value);
        }

        return escaped ? Unescaped(text.ToString()) : text.ToString();
    }

    /// <summary><c>_x000A_</c> is how a workbook writes what XML cannot.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)Code(match)).ToString())
        : text;

    private static int Code(Match match) => int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();
}
