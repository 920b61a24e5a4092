using Campaign.Documents;
using Campaign.EventStore;

namespace Campaign.Inspections.ScoreSheets;

internal enum SheetRowOutcome
{
    Understood,

    /// <summary>Taken, but a person should look at it.</summary>
    Questionable,

    Refused,

    /// <summary>As the sheet in force has it.</summary>
    Unchanged,
}

/// <summary>What the import made of one row.</summary>
/// <param name="Row">Its number in the workbook.</param>
/// <param name="Address">The cell that is refused or in question.</param>
internal sealed record SheetRow(
    string Sheet, int Row, SheetRowOutcome Outcome, string? Rule, string? Detail, string? Address, SheetItem? Item);

/// <summary>A printed score sheet, row by row. Pure; takes nothing.</summary>
internal sealed class SheetReading(IReadOnlyList<SheetItem> inForce)
{
    public static readonly Headings Headings = new(["序号", "检查内容", "满分"], ["部分", "扣分标准", "可不适用"])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["满分"] = ["分值", "标准分"],
            ["检查内容"] = ["检查项目", "考评内容"],
            ["扣分标准"] = ["评分标准", "扣分细则"],
            ["部分"] = ["大项"],
        },
    };

    private readonly HashSet<int> numbers = [];
    private string? section;

    public static IReadOnlyList<SheetRow> Of(IReadOnlyList<TableRow> rows, IReadOnlyList<SheetItem> inForce)
    {
        var reading = new SheetReading(inForce);
        return [.. rows.Where(row => !IsTotal(row)).Select(reading.Row)];
    }

    private SheetRow Row(TableRow row)
    {
        if (row.Faults is [var (cell, fault, detail), ..])
            return new(row.Sheet, row.Number, SheetRowOutcome.Refused, fault, detail, cell.Address, null);
        // What is not merged is often written in the first of its rows only.
        section = row["部分"].Text ?? section;
        var (no, text, max, criterion) = (row["序号"], row["检查内容"], row["满分"], row["扣分标准"]);
        if (no.Whole is not (>= 1 and <= SheetRules.MaxNo)) return Refused(row, no, SheetRules.NoInvalid);
        if (!numbers.Add(no.Whole.Value)) return Refused(row, no, SheetRules.ItemRepeated);
        if (text.Text is not { Length: <= SheetRules.MaxText }) return Refused(row, text, SheetRules.TextInvalid);
        if (max.Number is not (> 0 and <= SheetRules.MaxPoints) || decimal.Round(max.Number.Value, 2) != max.Number)
            return Refused(row, max, SheetRules.MaximumInvalid);
        if (section?.Length > SheetRules.MaxSection) return Refused(row, row["部分"], SheetRules.SectionTooLong);
        if (criterion.Text?.Length > SheetRules.MaxText) return Refused(row, criterion, SheetRules.CriterionTooLong);

        var rule = criterion.Text is { } printed ? DeductionText.Parse(printed, max.Number.Value) : null;
        var applies = row["可不适用"];
        var item = new SheetItem(no.Whole.Value, text.Text, max.Number.Value, section, criterion.Text, rule, applies.Truth ?? true);
        if (inForce.Contains(item)) return new(row.Sheet, row.Number, SheetRowOutcome.Unchanged, null, null, null, item);
        if (criterion.Text is not null && rule is null) return Questionable(row, criterion, SheetRules.CriterionFree, item);
        if (applies is { IsBlank: false, Truth: null }) return Questionable(row, applies, SheetRules.ApplicabilityUnclear, item);
        return new(row.Sheet, row.Number, SheetRowOutcome.Understood, null, null, null, item);
    }

    /// <summary>合计 below the items is no item.</summary>
    private static bool IsTotal(TableRow row) =>
        row.Faults.Count == 0 && new[] { "部分", "序号", "检查内容" }.Any(column => row[column].Text is "合计" or "总计" or "总分" or "小计");

    private static SheetRow Refused(TableRow row, Cell cell, Refusal rule) =>
        new(row.Sheet, row.Number, SheetRowOutcome.Refused, rule.Rule, rule.Detail, cell.Address, null);

    private static SheetRow Questionable(TableRow row, Cell cell, Refusal rule, SheetItem item) =>
        new(row.Sheet, row.Number, SheetRowOutcome.Questionable, rule.Rule, rule.Detail, cell.Address, item);
}
