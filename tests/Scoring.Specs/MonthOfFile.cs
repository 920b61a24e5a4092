using System.Text.Json;
using Campaign.EventStore;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inbox;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Told = Campaign.Contracts.Inspections;

namespace Campaign.Scoring.Specs;

/// <summary>A month file as the engine takes it.</summary>
internal sealed class MonthOfFile
{
    /// <summary>The whole month of a street that the platform is held to.</summary>
    public static readonly MonthOfFile September = new("month-2024-09.json");

    public MonthOfFile(string name)
    {
        var file = MonthFile.Of("990101001", name);
        Month = Month.Parse(file.Month);
        Policy = file.Policy.Deserialize<Policy>(ScoringModule.Events.Json)!;
        Expected = file.Expected;
        Facts = new(
            [.. file.Units.Select(u => new Subject(u.Unit, u.Name, u.Category!, u.From, u.Until))],
            [.. file.Facts.OfType<Told.InspectionScored>()
                .Select(f => InspectionFact.Of(f.InspectionId, IdOf(f), (InspectionScored)InboundMapper.ToEvent(f)))],
            [
                .. from fact in file.Facts
                   let told = InboundMapper.ToEvent(fact) as IFindingEvent
                   where told is not null
                   select FindingFact.Of(FindingIdOf(fact), IdOf(fact), told),
            ],
            [.. file.Commendations.Select((c, i) =>
                new Commendation(
                    file.IdOf($"commendation {i}"), $"{i}", file.IdOf($"commended {i}"), c.Subject, DateOnly.Parse(c.Date!), c.Reason))],
            [.. file.Vetoes.Select((v, i) => new Veto($"{i}", v.Subject, HonourScope.Month, Month, v.Reason))]);
    }

    public Month Month { get; }

    public Policy Policy { get; }

    public MonthFacts Facts { get; }

    public JsonElement Expected { get; }

    public MonthScoring Compute(MonthFacts? facts = null, Policy? policy = null) =>
        MonthScoring.Compute(Month, policy ?? Policy, facts ?? Facts, Month.End.AddDays(3));

    private static Guid FindingIdOf(object fact) => fact.GetType().GetProperty("FindingId")?.GetValue(fact) is Guid id ? id : Guid.Empty;

    private static Guid IdOf(object fact) => DeterministicGuid.From(Guid.Empty, fact.ToString()!);
}
