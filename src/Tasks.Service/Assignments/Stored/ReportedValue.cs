namespace Campaign.Tasks.Assignments.Stored;

/// <summary><see cref="Assignments.ReportedValue"/> as events keep it.</summary>
internal sealed record ReportedValue(decimal? Number, bool? Yes)
{
    public static ReportedValue Of(Assignments.ReportedValue value) => new(value.Number, value.Yes);

    public Assignments.ReportedValue ToReportedValue() => new(Number, Yes);
}
