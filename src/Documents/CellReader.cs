using System.Globalization;
using System.Xml;

namespace Campaign.Documents;

/// <summary>What stands in the cells of a workbook: string, double, bool, DateTime, <see cref="CellFault"/> or null.</summary>
internal sealed class CellReader(WorkbookParts parts, WorkbookBudget budget)
{
    private const int MaxText = 32_767; // What a cell of Excel holds.
    private const double MaxNumber = 1e15; // Behind it Excel keeps zeros for digits.
    private const double LastDay = 2_958_466; // 10000-01-01

    private readonly IReadOnlyList<string> texts = SharedTexts.Read(parts, budget);
    private readonly IReadOnlyList<NumberKind> formats = CellFormats.Read(parts, budget);

    /// <summary>Of the cell at which the reader stands. Leaves it at the end of the cell.</summary>
    /// <exception cref="InvalidDataException">The cell refers to what is not there.</exception>
    public object? Read(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), int.Parse(xml.GetAttribute("s") ?? "0", CultureInfo.InvariantCulture));
        if (xml.IsEmptyElement) return null;
        var depth = xml.Depth;
        var (hasFormula, value, inline) = (false, (string?)null, (string?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.Depth != depth + 1) continue;
            if (xml.LocalName is "f") hasFormula = true;
            else if (xml.LocalName is "v") value = SharedTexts.Item(xml, budget, escaped: false);
            else if (xml.LocalName is "is") inline = SharedTexts.Item(xml, budget, escaped: true);
        }

        return (value, inline) switch
        {
            (null, null) => hasFormula ? CellFault.NotComputed : null,
            (_, { } text) => Short(text),
            ("", _) => null,
            ({ } written, _) => Of(type, written, style),
        };
    }

    private object? Of(string? type, string written, int style) => type switch
    {
        "s" => Shared(int.Parse(written, CultureInfo.InvariantCulture)),
        "str" or "inlineStr" => Short(SharedTexts.Unescaped(written)),
        "b" => written is "1" or "true",
        "e" => CellFault.Error(written),
        "d" => DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : written,
        _ => Number(written, style < formats.Count ? formats[style] : default),
    };

    private string Shared(int index)
    {
        if (index < 0 || index >= texts.Count) throw new InvalidDataException("A cell refers to a text that is not there.");
        budget.Text(texts[index].Length);
        return Short(texts[index]);
    }

    private static string Short(string text) =>
        text.Length <= MaxText ? text : throw WorkbookBudget.TooLarge($"有单元格的文字超过 {MaxText} 字。");

    private object Number(string written, NumberKind format)
    {
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return CellFault.NoNumber;
        if (Math.Abs(number) >= MaxNumber) return CellFault.TooLong;
        if (format.IsDate && Day(number) is { } day) return day;
        return format.Digits > 0 && number >= 0 && Math.Truncate(number) == number
            ? number.ToString(new string('0', format.Digits), CultureInfo.InvariantCulture)
            : number;
    }

    private DateTime? Day(double serial)
    {
        // Excel counts a 29th of February 1900, which never was.
        var days = parts.IsDate1904 ? serial + 1462 : serial is >= 0 and < 60 ? serial + 1 : serial;
        return days is >= 0 and < LastDay ? DateTime.FromOADate(days) : null;
    }
}
