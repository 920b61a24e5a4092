using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace Campaign.Documents;

/// <summary>The few looks of a cell of one workbook.</summary>
internal sealed class WorkbookStyles(Spreadsheet book)
{
    private const int MaxText = 32_767; // what a cell holds
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private readonly StyleId header = book.AddStyle(new() { Font = { Name = Font.Name, Size = Font.Size, Bold = true } });
    private readonly StyleId day = Dated(book, "yyyy\\-mm\\-dd");
    private readonly StyleId moment = Dated(book, "yyyy\\-mm\\-dd\\ hh:mm");

    /// <summary>宋体 by its other name: the library takes none of fewer than three characters.</summary>
    public static DefaultFont Font { get; } = new() { Name = "SimSun", Size = 11 };

    public StyledCell Header(string title) => new(Printable.Text(title, MaxText), header);

    /// <summary>Text stays text, also where it looks like a formula: nobody's entry is calculated on another's machine.</summary>
    public StyledCell Cell(object? value) => value switch
    {
        null => default,
        bool truth => new(truth ? "是" : "否", null),
        DateOnly date => new(date.ToDateTime(TimeOnly.MinValue).ToOADate(), day),
        DateTimeOffset at => new(at.ToOffset(ChinaOffset).DateTime.ToOADate(), moment),
        int whole => new(whole, null),
        long whole => new(whole, null),
        decimal number => new(number, null),
        double number => new(number, null),
        sbyte or byte or short or ushort or uint or ulong or float => new(Convert.ToDecimal(value, CultureInfo.InvariantCulture), null),
        _ => new(Printable.Text(value.ToString() ?? "", MaxText), null),
    };

    private static StyleId Dated(Spreadsheet book, string format) =>
        book.AddStyle(new() { Font = { Name = Font.Name, Size = Font.Size }, Format = NumberFormat.Custom(format) });
}
