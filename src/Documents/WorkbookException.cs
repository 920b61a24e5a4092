namespace Campaign.Documents;

/// <summary>A workbook that cannot be read at all. What is wrong with a row is the reader's to say, not this.</summary>
/// <param name="rule">Stable name in kebab case: <c>workbook-unreadable</c>, <c>workbook-too-large</c>, <c>character-invalid</c>,
/// <c>column-twice</c>, <c>column-missing</c>.</param>
public sealed class WorkbookException(string rule, string message) : Exception(message)
{
    /// <summary>Rule that was broken; the message says it in Chinese.</summary>
    public string Rule { get; } = rule;
}
