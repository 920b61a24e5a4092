using System.Text.Json;

namespace Campaign.Demo.Input;

/// <summary>
/// A month of a street as its Excel ledger had it. Rows of inspections and cases stay as they are: the platform, not this
/// program, judges them.
/// </summary>
internal sealed record MonthFile(
    StreetName Street, string Month, JsonElement Policy, IReadOnlyList<Subject> Subjects, IReadOnlyList<Sheet>? Sheets,
    IReadOnlyList<JsonElement>? Inspections, IReadOnlyList<JsonElement>? Cases,
    IReadOnlyList<Commendation>? Commendations, IReadOnlyList<Veto>? Vetoes, JsonElement? Expected)
{
    public DateOnly FirstDay => DateOnly.ParseExact(Month, "yyyy-MM", null);

    public IEnumerable<Adjustment> Adjustments =>
        Policy.TryGetProperty("adjustments", out var list) ? list.Deserialize<IReadOnlyList<Adjustment>>(Json.Options)! : [];

    public static MonthFile Read(string path)
    {
        var file = Json.Read<MonthFile>(path);
        if (
            file is not
            {
                Street.Code: not null, Street.Name: not null, Month: not null, Subjects: not null,
                Policy.ValueKind: JsonValueKind.Object
            })
            throw new DemoFailure($"{path}：月份文件须有 street（code、name）、month、policy 和 subjects。");
        if (file.Street.Code.Length != 9 || !file.Street.Code.All(char.IsAsciiDigit))
            throw new DemoFailure($"{path}：街道代码“{file.Street.Code}”不是 9 位数字。");
        if (!DateOnly.TryParseExact(file.Month, "yyyy-MM", out _))
            throw new DemoFailure($"{path}：月份“{file.Month}”应写作 yyyy-MM。");
        return file;
    }
}

internal sealed record StreetName(string Code, string Name);

/// <param name="From">First day in the campaign, also written <paramref name="Since"/>;
/// without it the subject was there before the month.</param>
internal sealed record Subject(
    string Code, string Name, string? Category, DateOnly? From = null, DateOnly? Since = null, DateOnly? Until = null);

internal sealed record Sheet(string Code, string? Name, string Category, IReadOnlyList<SheetItem> Items);

internal sealed record SheetItem(int No, string? Text, decimal Max);

internal sealed record Adjustment(string Kind, decimal Points, decimal CapPerMonth);

internal sealed record Commendation(string Subject, DateOnly Date, string? Reason, string? Id = null);

internal sealed record Veto(string Subject, string Scope, string? Reason, string? Month = null, string? Id = null);
