namespace Campaign.Documents;

/// <summary>A workbook that cannot be read, or a cell that was read although it has no value (<see cref="TableRow.Faults"/>).</summary>
/// <param name="rule">
/// Stable name in kebab case: <c>workbook-unreadable</c>, <c>workbook-strict</c>, <c>workbook-too-large</c>, <c>character-invalid</c>,
/// <c>column-twice</c>, <c>column-missing</c>, <c>cell-error</c>, <c>formula-not-computed</c>, <c>number-invalid</c>.
/// </param>
public sealed class WorkbookException(string rule, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Rule that was broken; the message says it in Chinese.</summary>
    public string Rule { get; } = rule;
}
