using DocumentFormat.OpenXml.Spreadsheet;

namespace Campaign.Documents;

/// <summary>The few looks of a cell, and the names a sheet may have.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint Day = 2;
    public const uint Moment = 3;

    private const uint MomentFormat = 164; // the first number that is not built in
    private const int MaxSheetName = 31;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" },
            new NumberingFormat { NumberFormatId = MomentFormat + 1, FormatCode = "yyyy\\-mm\\-dd" }),
        new Fonts(Font(bold: false), Font(bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = MomentFormat + 1, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = MomentFormat, ApplyNumberFormat = true }));

    /// <summary>Without the characters and the length that a sheet's name may not have.</summary>
    public static string SheetName(string name, int index)
    {
        var allowed = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        if (allowed.Length == 0) return $"表{index + 1}";
        return allowed.Length > MaxSheetName ? allowed[..MaxSheetName] : allowed;
    }

    private static Font Font(bool bold) => bold
        ? new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "宋体" })
        : new Font(new FontSize { Val = 11 }, new FontName { Val = "宋体" });
}
