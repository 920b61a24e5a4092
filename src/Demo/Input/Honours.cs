using System.Globalization;

namespace Campaign.Demo.Input;

/// <summary>Commendations and vetoes under ids that are the same in every run; two alike in one file stay two.</summary>
internal static class Honours
{
    public static IEnumerable<(string Id, object Body)> Commendations(MonthFile file) => (file.Commendations ?? [])
        .GroupBy(c => string.Create(CultureInfo.InvariantCulture, $"{c.Subject}-{c.Date:yyyyMMdd}"), StringComparer.Ordinal)
        .SelectMany(alike => alike.Select((c, i) =>
            (c.Id ?? $"ledger-{alike.Key}-{i + 1}", (object)new { c.Subject, c.Date, Reason = Reason(c.Reason, "通报表扬") })));

    public static IEnumerable<(string Id, object Body)> Vetoes(MonthFile file) => (file.Vetoes ?? [])
        .Select(veto => veto with { Month = veto.Month ?? file.Month })
        .GroupBy(veto => $"{veto.Subject}-{veto.Month}-{veto.Scope}", StringComparer.Ordinal)
        .SelectMany(alike => alike.Select((v, i) =>
            (v.Id ?? $"ledger-{alike.Key}-{i + 1}", (object)new { v.Subject, v.Scope, v.Month, Reason = Reason(v.Reason, "一票否决") })));

    private static string Reason(string? given, string usual) => string.IsNullOrWhiteSpace(given) ? usual : given;
}
