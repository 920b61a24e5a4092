using Campaign.Documents;
using Campaign.Tasks.Assignments;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>
/// A plan as a workbook: 方案 (one row), 阶段, 任务 (a row a task; one without a title is the action itself), and where there are such
/// 人数档 and 附件. Pure.
/// </summary>
internal static class PlanWorkbook
{
    /// <summary>The plan, or null with what keeps it from being one.</summary>
    /// <exception cref="WorkbookException">A sheet or a column is missing.</exception>
    public static (PlanSource? Source, IReadOnlyList<ImportRemark> Remarks) Read(
        IReadOnlyList<Table> tables, UnitNameResolver names, AssignmentKinds kinds,
        params IReadOnlyList<(string Heading, string Word)> words)
    {
        var remarks = new SheetRemarks();
        var (head, phases, tasks) = (Sheet(PlanSheets.Head), Sheet(PlanSheets.Phases), Sheet(PlanSheets.Tasks));
        var (annexes, bands) = (Optional(PlanSheets.Annexes), Optional(PlanSheets.Bands));
        foreach (var passed in NotRead.Of(tables, [.. new[] { head, phases, tasks, annexes, bands }.OfType<Table>()]))
            remarks.Question(passed.Address, passed.Detail);
        var rows = new TaskRows(names, kinds, remarks).Read(tasks);
        if (Head(head, remarks) is not { } document) return (null, remarks.All);
        document = document with
        {
            Phases = [.. phases.Rows.Select((row, index) => Phase(row, index, remarks)).OfType<PlanPhase>()],
            Actions = rows,
            MissingAnnexes = annexes is not null ? [.. Annexes(annexes, remarks)] : null,
            HeadCountBands = bands is not null ? [.. Bands(bands, remarks)] : null,
        };
        // What a refused cell left out would only be missed a second time.
        var errors = remarks.Refusals > 0 ? [] : new PlanDocumentValidator(kinds).Validate(document).Errors;
        foreach (var error in errors) remarks.Refuse(remarks.Where(JsonPointer.FromProperty(error.PropertyName)), error.Naming("此处"));
        return remarks.Refusals > 0 ? (null, remarks.All) : (new PlanSource(document, remarks.All, remarks.Where), remarks.All);

        Table Sheet((string Name, Headings Headings) sheet) =>
            Optional(sheet) ?? throw new WorkbookException("sheet-missing", $"工作簿缺少工作表“{sheet.Name}”。");

        Table? Optional((string Name, Headings Headings) sheet) =>
            tables.FirstOrDefault(table => table.Sheet.Trim() == sheet.Name)?.Under(sheet.Headings.With(words));
    }

    private static PlanDocument? Head(Table sheet, SheetRemarks remarks)
    {
        if (sheet.Rows.Count != 1)
        {
            remarks.Refuse(sheet.Sheet, "工作表“方案”应当正好有一行。");
            return null;
        }
        var row = sheet.Rows[0];
        if (remarks.RefuseFaults(row)) return null;
        foreach (var (pointer, column) in new[] { ("/documentNumber", "文号"), ("/title", "标题"), ("/issuer", "发文机关"), ("/issuedOn", "发文日期") })
            remarks.Lies(pointer, row[column].Address);
        return remarks.Day(row["发文日期"]) is not { } issuedOn
            ? null
            : new(row["文号"].Text ?? "", row["标题"].Text ?? "", row["发文机关"].Text ?? "", issuedOn, [], [], null);
    }

    private static PlanPhase? Phase(TableRow row, int index, SheetRemarks remarks)
    {
        if (remarks.RefuseFaults(row)) return null;
        remarks.Lies($"/phases/{index}", row["名称"].Address);
        var (from, to) = (remarks.Day(row["开始"]), remarks.Day(row["结束"]));
        return from is null || to is null ? null : new(row["名称"].Text ?? "", from.Value, to.Value);
    }

    private static IEnumerable<string> Annexes(Table sheet, SheetRemarks remarks)
    {
        var missing = sheet.Rows.Where(row => !remarks.RefuseFaults(row) && row["名称"].Text is not null && row["已附"].Truth != true);
        foreach (var (index, row) in missing.Index())
        {
            remarks.Lies($"/missingAnnexes/{index}", row["名称"].Address);
            yield return row["名称"].Text!;
        }
    }

    private static IEnumerable<HeadCountBand> Bands(Table sheet, SheetRemarks remarks)
    {
        foreach (var (index, row) in sheet.Rows.Index())
        {
            remarks.Lies($"/headCountBands/{index}", row["从"].Address);
            if (remarks.RefuseFaults(row)) continue;
            if (row["人数"].Whole is { } people && IsBound(row["从"]) && IsBound(row["到"]))
                yield return new(row["从"].Whole, row["到"].Whole, people);
            else
                remarks.Refuse($"{row["从"].Address}", "人数档的“从”“到”“人数”须为整数；没有下限或上限时留空。");
        }
    }

    private static bool IsBound(Cell cell) => cell.IsBlank || cell.Whole is not null;
}
