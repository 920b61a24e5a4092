using System.Globalization;

namespace Campaign.Documents;

/// <summary>
/// One cell as it was typed. What it cannot be read as is null; only a cell without a value, such as <c>#N/A</c>, throws when it is read
/// (<see cref="TableRow.Faults"/> tells before).
/// </summary>
/// <param name="Address">Sheet, column and row as people find it: <c>五小普查!C7</c>.</param>
/// <param name="Value">string, double, bool, DateTime or null, as the workbook stores it.</param>
public readonly record struct Cell(string Address, object? Value)
{
    public bool IsBlank => Value is not CellFault && Text is null;

    /// <summary>As people read it, trimmed; null when there is nothing.</summary>
    /// <exception cref="WorkbookException">The cell has no value.</exception>
    public string? Text => Value switch
    {
        null => null,
        CellFault fault => throw new WorkbookException(fault.Rule, $"{Address}：{fault.Detail}"),
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

    /// <summary>A day of 2000 to 2100: an Excel date, or typed as people do (<see cref="TypedMoment"/>).</summary>
    public DateOnly? Date => Moment is { } moment ? DateOnly.FromDateTime(moment) : null;

    /// <summary>A moment of 2000 to 2100 on the wall clock; a day alone is its 00:00.</summary>
    public DateTime? Moment => Written is { } moment && IsOfOurTime(moment) ? moment : null;

    /// <summary>A day without a time, also one that Excel keeps as its midnight.</summary>
    public bool IsDayAlone => Value is DateTime date ? date.TimeOfDay == TimeSpan.Zero : Date is not null && !TypedMoment.HasTime(Text);

    /// <summary>
    /// Why what stands here is no <see cref="Moment"/>: rule and sentence. Null where it is one, or where nothing stands.
    /// </summary>
    public (string Rule, string Detail)? MomentFault => (IsBlank, Moment, Written, Value) switch
    {
        (true, _, _, _) or (_, not null, _, _) => null,
        (_, _, { Year: <= 1900 }, DateTime) => ("moment-out-of-range", "只有时间，没有可用的日期，请填写如 2024-09-02 09:30。"),
        (_, _, { } moment, _) =>
            ("moment-out-of-range", $"{moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 不在 2000 年至 2100 年之间，请核对年份。"),
        (_, _, _, double) => ("moment-invalid", $"是数字 {Text}，不是日期。请把单元格设为日期格式，或填写如 2024-09-02。"),
        _ when TypedMoment.LacksYear(Text) => ("moment-invalid", "没有写年份，请填写如 2024-09-02。"),
        _ => ("moment-invalid", "不是日期或时间，例如 2024-09-02 或 2024-09-02 09:30。"),
    };

    /// <summary>是 · 有 · 达标 · √ … or 否 · 无 · 未达标 · × …</summary>
    public bool? Truth => Text switch
    {
        "是" or "有" or "达标" or "合格" or "√" or "✓" or "Y" or "y" => true,
        "否" or "无" or "未达标" or "不达标" or "不合格" or "×" or "✗" or "N" or "n" => false,
        _ => null,
    };

    private DateTime? Written => Value is DateTime date ? date : Value is double ? null : TypedMoment.Read(Text);

    private static bool IsOfOurTime(DateTime moment) => moment.Year is >= 2000 and <= 2100;
}
