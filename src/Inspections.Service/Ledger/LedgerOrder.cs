using System.Globalization;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;

namespace Campaign.Inspections.Ledger;

/// <summary>
/// An order of the ledger, made whole by the case number, and the place in it that a page ends at. A finding without deadline comes
/// after all that have one.
/// </summary>
internal sealed record LedgerOrder
{
    private const string Never = "infinity";

    private readonly string? column;
    private readonly string type;
    private readonly Func<FindingLedger, string> key;
    private readonly Func<string, bool> isKey;

    private LedgerOrder(string? column, string type, Func<FindingLedger, string> key, Func<string, bool> isKey) =>
        (this.column, this.type, this.key, this.isKey) = (column, type, key, isKey);

    private bool Descending { get; init; }

    private static readonly LedgerOrder Number = new(null, "text", _ => "", _ => true);

    private static readonly Dictionary<string, LedgerOrder> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["caseNumber"] = Number,
        ["recordedAt"] = new("recorded_at", "timestamptz", row => Text(row.RecordedAt), IsMoment),
        ["due"] = new("due_or_never", "timestamptz", row => row.Due is { } due ? Text(due) : Never, IsMoment),
        ["severity"] = new("severity_rank", "smallint", row => ((int)row.Severity).ToString(CultureInfo.InvariantCulture), IsRank),
    };

    /// <summary>By name, <c>-</c> before it for the reverse; null when there is no such order.</summary>
    public static LedgerOrder? Of(string? name) =>
        name is null ? Number
        : !Named.TryGetValue(name.TrimStart('-'), out var order) ? null
        : order with { Descending = name.StartsWith('-') };

    public string By => column is null ? $"f.case_number {Direction}" : $"f.{column} {Direction}, f.case_number {Direction}";

    private string Direction => Descending ? "DESC" : "ASC";

    public string Cursor(FindingLedger last) => column is null ? last.CaseNumber : PageCursor.Of(key(last), last.CaseNumber);

    /// <summary>What holds of all rows behind a cursor.</summary>
    /// <exception cref="InvalidCursorException">It is none of this order.</exception>
    public (string Condition, DynamicParameters Arguments) Behind(string? cursor)
    {
        var arguments = new DynamicParameters();
        var than = Descending ? '<' : '>';
        if (string.IsNullOrEmpty(cursor)) return ("true", arguments);
        if (column is null)
        {
            arguments.Add("afterNumber", cursor);
            return ($"f.case_number {than} @afterNumber", arguments);
        }
        if (PageCursor.Parts(cursor) is not var (at, number) || !isKey(at)) throw new InvalidCursorException();
        arguments.AddDynamicParams(new { afterKey = at, afterNumber = number });
        return ($"(f.{column}, f.case_number) {than} (@afterKey::{type}, @afterNumber)", arguments);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static bool IsMoment(string text) =>
        text == Never || DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsRank(string text) => short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
