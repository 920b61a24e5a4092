using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using FluentValidation.Results;

namespace Campaign.Inspections.Imports;

/// <summary>What is to be said of a row, where it stands in the sheet.</summary>
/// <param name="Address">Cell, as people find it: <c>台账!H12</c>.</param>
internal sealed record RowRemark(string Address, string Rule, string Detail);

/// <summary>A row of the sheet as a finding of the ledger; what becomes of it is then decided as for JSON.</summary>
/// <param name="Faults">Why it is not understood.</param>
/// <param name="Questions">What was understood only by assuming something.</param>
internal sealed record SheetFinding(
    TableRow Row, LedgerFinding Case, IReadOnlyList<string> StepColumns, IReadOnlyList<RowRemark> Faults,
    IReadOnlyList<RowRemark> Questions)
{
    private static readonly LedgerRows.FindingValidator Validator = new();

    public static SheetFinding Read(TableRow row, SheetNames names)
    {
        if (row.Faults is { Count: > 0 } faults) return Unreadable(row, faults);
        var cells = new SheetCells(row);
        var unit = cells.Code(SheetColumns.Unit, names.Unit, names.UnitCodes);
        var timeline = SheetTimeline.Of(cells, unit);
        var read = new SheetFinding(row, Of(cells, unit, names, timeline.Steps), timeline.Columns, cells.Faults, cells.Questions);
        var broken = Validator.Validate(read.Case).Errors
            .Select(error => read.Broken(error, JsonPointer.FromProperty(error.PropertyName)));
        // Of a cell that is not understood, the case only knows that something is missing.
        return read with { Faults = [.. cells.Faults.Concat(broken).DistinctBy(fault => fault.Address, StringComparer.Ordinal)] };
    }

    private static SheetFinding Unreadable(TableRow row, IReadOnlyList<(Cell Cell, string Rule, string Detail)> faults)
    {
        var id = faults.Any(fault => fault.Cell.Address == row[SheetColumns.Id].Address) ? null : row[SheetColumns.Id].Text;
        var none = new LedgerFinding(id ?? "", null, "", null, null, null, null, null, null, []);
        return new(row, none, [], [.. faults.Select(fault => new RowRemark(fault.Cell.Address, fault.Rule, fault.Detail))], []);
    }

    private static LedgerFinding Of(SheetCells cells, string? unit, SheetNames names, IReadOnlyList<LedgerStep> timeline) => new(
        cells.Text(SheetColumns.Id) ?? "", unit,
        cells.Code(SheetColumns.Category, names.Category, names.CategoryCodes) ?? "",
        cells.Degrees(SheetColumns.Longitude), cells.Degrees(SheetColumns.Latitude), cells.Text(SheetColumns.Address),
        Community(cells, names), cells.Text(SheetColumns.Description),
        cells.Severity(), timeline);

    private static string? Community(SheetCells cells, SheetNames names)
    {
        var community = cells.Code(SheetColumns.Community, names.Community, names.CommunityCodes);
        if (community is not null && !names.CommunityCodes.Contains(community, StringComparer.Ordinal))
            cells.Question(SheetColumns.Community, "community-unknown", $"本街道没有登记社区“{community}”，按原文导入。");
        return community;
    }

    /// <summary>A refusal of the finding, at the cell it is about.</summary>
    public RowRemark Remark(Refusal refusal) => new(Row[Column(refusal.Pointer?.Split('/') ?? [])].Address, refusal.Rule, refusal.Detail);

    private RowRemark Broken(ValidationFailure error, string pointer) => Remark(
        new Refusal(RuleOf(error.ErrorCode), error.Naming($"“{Column(pointer.Split('/'))}”"), Pointer: pointer));

    private string Column(string[] pointer) => pointer switch
    {
        ["", "timeline", _, "due"] => SheetColumns.Due,
        ["", "timeline", _, "unit"] => SheetColumns.Unit,
        ["", "timeline", var step, ..] when int.TryParse(step, out var index) && index < StepColumns.Count => StepColumns[index],
        ["", "timeline", ..] => SheetColumns.RecordedAt,
        ["", var field, ..] => SheetColumns.OfField(field),
        _ => SheetColumns.Id,
    };

    private static string RuleOf(string code) => code.EndsWith("Validator", StringComparison.Ordinal)
        ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(code[..^"Validator".Length])
        : code;
}
