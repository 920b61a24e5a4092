using Campaign.EventStore;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.District;

/// <summary>月考: the departments of the district, each by what it did in all its streets.</summary>
/// <param name="PolicyFrom">The district's policy for departments is in force from this month; absent: the mean of its streets.</param>
internal sealed record DepartmentScores(string Month, string? PolicyFrom, IReadOnlyList<DepartmentScore> Departments);

/// <param name="Provisional">A street of its has not closed the month.</param>
/// <param name="Rank">Among all departments, also those that the caller does not see; null while none has a score.</param>
/// <param name="Streets">What each of its streets gave it.</param>
/// <param name="Lines">What the score is made of.</param>
internal sealed record DepartmentScore(
    string Code, string Name, bool Provisional, int? Rank, decimal? Score, IReadOnlyList<DepartmentStreet> Streets,
    IReadOnlyList<ScoreLine> Lines);

/// <param name="Score">Of the unit in the street's own month; null where it has none, or is not ranked there.</param>
internal sealed record DepartmentStreet(string Street, string Name, string Unit, MonthStatus Status, decimal? Score);

/// <summary>
/// The departments as subjects of the district, by the same engine: the month score that each street gave the department's unit counts
/// as an inspection, and the findings of all its units count against it. So without a policy it has the mean of its streets.
/// </summary>
internal static class DepartmentRanking
{
    private const string Category = "区级部门";

    public static IReadOnlyList<DepartmentScore> Of(
        Month month, Policy policy, IReadOnlyList<Department> departments, IReadOnlyList<StreetStanding> streets, DateTimeOffset asOf)
    {
        var byStreet = streets.ToDictionary(s => s.Street, StringComparer.Ordinal);
        var cards = MonthScoring.Compute(month, policy, FactsOf(month, departments, byStreet), asOf).Scorecards
            .ToDictionary(card => card.Subject, StringComparer.Ordinal);
        return
        [
            .. departments.Select(department => Scored(department, cards[department.Code], byStreet))
                .OrderBy(d => d.Rank ?? int.MaxValue).ThenBy(d => d.Code, StringComparer.Ordinal),
        ];
    }

    private static DepartmentScore Scored(Department department, Scorecard card, Dictionary<string, StreetStanding> streets)
    {
        var given = (from unit in department.Units
                     where streets.ContainsKey(unit.Street)
                     let street = streets[unit.Street]
                     select new DepartmentStreet(
                         unit.Street, street.Name, unit.Unit, street.Status, CardOf(street, unit.Unit)?.Score)).ToList();
        return new(
            department.Code, department.Name, given.Exists(street => street.Status is MonthStatus.Open), card.Rank, card.Score, given,
            card.Lines);
    }

    private static MonthFacts FactsOf(Month month, IReadOnlyList<Department> departments, Dictionary<string, StreetStanding> streets)
    {
        var owner = departments.SelectMany(d => d.Units.Select(unit => (Unit: unit, d.Code)))
            .ToDictionary(pair => pair.Unit, pair => pair.Code);
        return new(
            [.. departments.Select(d => new Subject(d.Code, d.Name, Category, month.First, null))],
            [
                .. from pair in owner
                   where streets.ContainsKey(pair.Key.Street)
                   let street = streets[pair.Key.Street]
                   from card in street.Cards
                   where card.Subject == pair.Key.Unit && card.Score is not null
                   let id = DeterministicGuid.From(Guid.Empty, $"{street.Street}/{month}/{card.Subject}")
                   select new InspectionFact(id, 1, id, pair.Value, $"{street.Name}月度考评", month.Last, card.Score, street.Street),
            ],
            [
                .. from street in streets.Values
                   from fact in street.Facts.FindingFacts
                   select fact with { Unit = OwnerOf(street.Street, fact.Unit) },
            ],
            [], [])
        {
            RectificationReports = [.. streets.Values.SelectMany(street => street.Facts.RectificationReports ?? [])],
        };

        // A unit that is no department's is nobody here, whatever it is called.
        string? OwnerOf(string street, string? unit) =>
            unit is null ? null : owner.GetValueOrDefault(new(street, unit), $"{street}/{unit}");
    }

    private static Scorecard? CardOf(StreetStanding street, string unit) => street.Cards.FirstOrDefault(card => card.Subject == unit);
}
