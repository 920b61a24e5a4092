using Campaign.EventStore;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.District;

/// <summary>A street's month as the district compares it.</summary>
/// <param name="Cards">Of its subjects; empty while no policy is in force.</param>
internal sealed record StreetStanding(
    string Street, string Name, MonthStatus Status, IReadOnlyList<Scorecard> Cards, IReadOnlyDictionary<string, FigureValue> Figures,
    MonthFacts Facts);

/// <summary>
/// The streets as subjects of the district, by the same engine: the month score of each of a street's subjects counts as an inspection
/// of the street, and its findings count against it. So without a policy a street's score is the mean of its subjects' scores.
/// </summary>
internal static class StreetRanking
{
    public const string District = "district";
    private const string Category = "街道";

    public static readonly Policy UsualPolicy = new(1, 0, []);

    public static IReadOnlyList<Scorecard> Of(Month month, Policy policy, IReadOnlyList<StreetStanding> streets, DateTimeOffset asOf) =>
        MonthScoring.Compute(month, policy, FactsOf(month, streets), asOf).Scorecards;

    private static MonthFacts FactsOf(Month month, IReadOnlyList<StreetStanding> streets) => new(
        [.. streets.Select(street => new Subject(street.Street, street.Name, Category, month.First, null))],
        [
            .. from street in streets
               from card in street.Cards
               where card.Score is not null
               let id = DeterministicGuid.From(Guid.Empty, $"{street.Street}/{month}/{card.Subject}")
               select new InspectionFact(id, 1, id, street.Street, $"{card.Name}月度考评", month.Last, card.Score, card.Subject),
        ],
        [
            .. from street in streets
               from fact in street.Facts.FindingFacts
               select fact with { Unit = fact.Unit is null ? null : street.Street },
        ],
        [], []);
}
