using System.Text.Json;
using Campaign.EventStore;
using Campaign.Scoring.Cases;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Integration;
using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using Campaign.Scoring.Visits;
using Facts = Campaign.Contracts.Inspections;

namespace Campaign.Scoring.Specs;

/// <summary>The month file as the engine takes it.</summary>
internal static class MonthOfFile
{
    public static readonly MonthFile File = MonthFile.Of("990101001");
    public static readonly Month Month = Month.Parse(File.Month);
    public static readonly DateTimeOffset Afterwards = Month.End.AddDays(3);
    public static readonly Policy Policy = File.Policy.Deserialize<Policy>(JsonSerializerOptions.Web)!;

    public static readonly MonthFacts Facts = new(
        [.. File.Units.Select(u => new Subject(u.Unit, u.Name, u.Category!, u.From, u.Until))],
        [.. File.Facts.OfType<Facts.InspectionScored>().Select(f => InspectionFact.Of(f.InspectionId, IdOf(f), (InspectionTaken)Translation.Of(f)))],
        [.. File.Facts.Select(f => CaseFact.Of(CaseIdOf(f), IdOf(f), Translation.Of(f))).OfType<CaseFact>()],
        [.. File.Commendations.Select((c, i) =>
            new Commendation(File.IdOf($"commendation {i}"), $"{i}", File.IdOf($"commended {i}"), c.Subject, DateOnly.Parse(c.Date!), c.Reason))],
        [.. File.Vetoes.Select((v, i) => new Veto($"{i}", v.Subject, VetoScope.Month, Month, v.Reason))]);

    public static MonthScoring Compute(MonthFacts facts) => MonthScoring.Compute(Month, Policy, facts, Afterwards);

    private static Guid CaseIdOf(object fact) => fact.GetType().GetProperty("FindingId")?.GetValue(fact) is Guid id ? id : Guid.Empty;

    private static Guid IdOf(object fact) => DeterministicGuid.From(Guid.Empty, fact.ToString()!);
}
