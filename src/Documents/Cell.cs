using System.Globalization;

namespace Campaign.Documents;

/// <summary>One cell as it was typed. Reading it never throws: what it cannot be read as is null.</summary>
/// <param name="Address">Sheet, column and row as people find it: <c>五小普查!C7</c>.</param>
/// <param name="Value">string, double, bool, DateTime or null, as the workbook stores it.</param>
public readonly record struct Cell(string Address, object? Value)
{
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] MomentFormats =
        [.. DateFormats, .. DateFormats.Select(format => $"{format} H:mm"), .. DateFormats.Select(format => $"{format} H:mm:ss")];

    public bool IsBlank => Text is null;

    /// <summary>As people read it, trimmed; null when there is nothing.</summary>
    public string? Text => Value switch
    {
        null => null,
        double number => ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime date when date.TimeOfDay == TimeSpan.Zero => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "是" : "否",
        _ => Value.ToString()?.Trim() is { Length: > 0 } text ? text : null,
    };

    /// <summary>A number, also one typed as text with a thousands separator or a percent sign (<c>85.5%</c> is 85.5).</summary>
    public decimal? Number => Value is double number
        ? (decimal)number
        : decimal.TryParse(Text?.TrimEnd('%', '％'), NumberStyles.Number, CultureInfo.InvariantCulture, out var typed) ? typed : null;

    public int? Whole =>
        Number is { } number && decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A day: an Excel date, or typed as 2024-3-19, 2024/3/19, 2024.3.19, 2024年3月19日 or 20240319.</summary>
    public DateOnly? Date => Value is DateTime date
        ? DateOnly.FromDateTime(date)
        : DateOnly.TryParseExact(Text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;

    /// <summary>A moment on the wall clock; a day alone is its 00:00.</summary>
    public DateTime? Moment => Value is DateTime moment
        ? moment
        : DateTime.TryParseExact(Text, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? typed : null;

    /// <summary>是 · 有 · 达标 · √ … or 否 · 无 · 未达标 · × …</summary>
    public bool? Truth => Text switch
    {
        "是" or "有" or "达标" or "合格" or "√" or "✓" or "Y" or "y" => true,
        "否" or "无" or "未达标" or "不达标" or "不合格" or "×" or "✗" or "N" or "n" => false,
        _ => null,
    };
}
