namespace Campaign.Inspections.Imports;

/// <summary>The times of a row as the steps of a finding.</summary>
/// <param name="Columns">Under which heading each step stands.</param>
internal sealed record SheetTimeline(IReadOnlyList<LedgerStep> Steps, IReadOnlyList<string> Columns)
{
    private enum Result { None, Passed, Rejected, Voided }

    public static SheetTimeline Of(SheetCells cells, string? unit)
    {
        var (steps, columns) = (new List<LedgerStep>(), new List<string>());
        var note = cells.Text(SheetColumns.Note);
        var result = ResultOf(cells);

        Add(SheetColumns.RecordedAt, "record", At(SheetColumns.RecordedAt));
        if (At(SheetColumns.RoutedAt) is { } routed)
            Add(SheetColumns.RoutedAt, "route", routed, unit: unit, due: cells.Deadline(SheetColumns.Due));
        if (At(SheetColumns.AcceptedAt) is { } accepted) Add(SheetColumns.AcceptedAt, "accept", accepted);
        if (At(SheetColumns.ReportedAt) is { } reported)
            Add(SheetColumns.ReportedAt, "report", reported, result is Result.Rejected ? null : note);
        var reviewed = At(SheetColumns.ReviewedAt);
        if (result is Result.Rejected) Add(SheetColumns.ReviewedAt, "reject", reviewed, note);
        if (result is Result.Voided) Add(SheetColumns.ReviewedAt, "void", reviewed, note);
        if (At(SheetColumns.StruckOffAt) is { } struckOff) StrikeOff(SheetColumns.StruckOffAt, struckOff);
        else if (result is Result.Passed) StrikeOff(SheetColumns.ReviewedAt, reviewed);
        return new(steps, columns);

        DateTimeOffset? At(string column) => cells.Moment(column, steps.Count > 0 ? steps[^1].At : null);

        void StrikeOff(string column, DateTimeOffset? at)
        {
            if (result is Result.Rejected)
            {
                Add(column, "report", at, "台账未记载再次整改的时间");
                cells.Question(column, "second-report-assumed", "复核不通过后又销号，台账未记载再次整改的时间，按销号时间计。");
            }
            Add(column, "strikeOff", at);
        }

        void Add(string column, string what, DateTimeOffset? at, string? reason = null, string? unit = null, DateTimeOffset? due = null)
        {
            steps.Add(new(at, what, unit, due, reason, Into: null));
            columns.Add(column);
        }
    }

    private static Result ResultOf(SheetCells cells)
    {
        switch (cells.Text(SheetColumns.Result))
        {
            case null:
                return Result.None;
            case "通过" or "合格":
                return Result.Passed;
            case "不通过" or "不合格" or "退回":
                return Result.Rejected;
            case "作废":
                return Result.Voided;
            default:
                cells.Fault(SheetColumns.Result, "result-unknown", "复核结果须为通过、不通过或作废。");
                return Result.None;
        }
    }
}
