using System.Text.Json;

namespace Campaign.Demo.Input;

/// <summary>Which units a month file needs, given those the street has.</summary>
internal static class UnitsOfMonth
{
    public static IReadOnlyList<Unit> Of(MonthFile file, IReadOnlyCollection<Unit> existing)
    {
        var known = existing.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var early = EarliestDay(file);
        var subjects = file.Subjects.Select(subject =>
        {
            var old = known.GetValueOrDefault(subject.Code);
            return new Unit(
                subject.Code, subject.Name, subject.Category, old?.Community,
                subject.From ?? subject.Since ?? Earlier(old?.From, early), subject.Until ?? old?.Until, old?.Aliases);
        }).ToList();

        // A unit may hold a case, or be visited, without being ranked.
        var others = Mentioned(file).Distinct(StringComparer.Ordinal)
            .Where(code => !known.ContainsKey(code) && subjects.TrueForAll(subject => subject.Code != code))
            .Select(code => new Unit(code, code, null, null, early, null));
        return [.. subjects, .. others];
    }

    public static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;

    /// <summary>New Year, or before it when the ledger begins before it.</summary>
    private static DateOnly EarliestDay(MonthFile file) => file.RecordedOn()
        .Aggregate(new DateOnly(file.FirstDay.Year, 1, 1), (day, other) => Earlier(day, other));

    private static IEnumerable<DateOnly> RecordedOn(this MonthFile file) =>
        (file.Inspections ?? []).Select(Rows.DateOf)
            .Concat((file.Cases ?? []).Select(row => DateOnly.FromDateTime(Rows.RecordedAt(row).ToOffset(ChinaTime.Offset).DateTime)));

    private static IEnumerable<string> Mentioned(MonthFile file) =>
        (file.Cases ?? []).SelectMany(row => Rows.Timeline(row).Prepend(row)).Select(entry => Rows.Text(entry, "unit"))
            .Concat((file.Inspections ?? []).Select(row => Rows.Text(row, "subject"))).OfType<string>();
}

/// <summary>The few fields of a ledger row that this program has to read.</summary>
internal static class Rows
{
    public static string Id(JsonElement row) => Text(row, "id") ?? throw new DemoFailure("台账中有一行没有 id。");

    public static DateOnly DateOf(JsonElement inspection) =>
        DateOnly.TryParse(Text(inspection, "date"), out var date) ? date : throw new DemoFailure($"检查 {Id(inspection)} 的日期写法不正确。");

    public static DateTimeOffset RecordedAt(JsonElement @case) =>
        Timeline(@case).FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            && DateTimeOffset.TryParse(Text(first, "at"), out var at)
            ? at
            : throw new DemoFailure($"案件 {Id(@case)} 没有登记时间。");

    public static IEnumerable<JsonElement> Timeline(JsonElement @case) =>
        @case.TryGetProperty("timeline", out var timeline) && timeline.ValueKind is JsonValueKind.Array ? timeline.EnumerateArray() : [];

    public static string? Text(JsonElement row, string property) =>
        row.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
