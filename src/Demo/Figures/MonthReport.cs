using System.Text.Json;

namespace Campaign.Demo.Figures;

/// <summary>What GET …/months/{month} answers.</summary>
internal sealed record MonthReport(
    string Street, string Month, string Status, bool Provisional, IReadOnlyList<SubjectResult> Results,
    IReadOnlyDictionary<string, IReadOnlyList<string>> MissingWeeks, Rates Rates, Counts Counts,
    IReadOnlyList<JsonElement>? PendingCorrections);

internal sealed record SubjectResult(
    string Subject, string Name, string Category, IReadOnlyList<decimal?> InspectionScores, decimal? Mean,
    IReadOnlyDictionary<string, decimal> Lines, decimal? Score, bool Vetoed, int Rank, int? RankIfNotVetoed);

/// <summary>Percentages; null where there is nothing to divide by.</summary>
internal sealed record Rates(decimal? SameDayRouting, decimal? OnTimeStrikeOff, decimal? Relapse, decimal? Rework);

internal sealed record Counts(int Cases, int Due, int OnTime, int Rounds, int Relapses, int Reworked, int SameDay);
