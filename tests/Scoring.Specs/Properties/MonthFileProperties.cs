using Campaign.Scoring.Facts;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>The whole month of a street in any order. The seed is fixed so that a failure comes again.</summary>
public sealed class MonthFileProperties
{
    [Fact]
    public void The_order_of_facts_and_how_often_they_come_change_nothing()
    {
        var random = new Random(20240901);
        var expected = Json.Of(MonthOfFile.September.Compute());
        for (var i = 0; i < 20; i++)
        {
            var facts = MonthOfFile.September.Facts;
            var otherwise = new MonthFacts(
                Doubled(facts.Subjects), Doubled(facts.Inspections), Doubled(facts.FindingFacts), Doubled(facts.Commendations),
                Doubled(facts.Vetoes));
            Json.Of(MonthOfFile.September.Compute(otherwise)).ShouldBe(expected);
        }

        T[] Doubled<T>(IReadOnlyList<T> facts)
        {
            T[] twice = [.. facts, .. facts];
            random.Shuffle(twice);
            return twice;
        }
    }
}
