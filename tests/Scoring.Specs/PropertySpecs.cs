using Campaign.Scoring.Months;
using Campaign.Scoring.Policies;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs;

/// <summary>What holds for every month, tried on many. The seed is fixed so that a failure comes again.</summary>
public sealed class PropertySpecs
{
    private const int Tries = 300;

    [Fact]
    public void The_order_of_facts_and_how_often_they_come_change_nothing()
    {
        var random = new Random(20240901);
        var expected = Json.Of(MonthOfFile.Compute(MonthOfFile.Facts));
        for (var i = 0; i < 20; i++)
        {
            var facts = MonthOfFile.Facts;
            Json.Of(MonthOfFile.Compute(new MonthFacts(
                Doubled(facts.Subjects), Doubled(facts.Inspections), Doubled(facts.CaseFacts), Doubled(facts.Commendations), Doubled(facts.Vetoes)))).ShouldBe(expected);
        }

        T[] Doubled<T>(IReadOnlyList<T> facts)
        {
            T[] twice = [.. facts, .. facts];
            random.Shuffle(twice);
            return twice;
        }
    }

    [Fact]
    public void Lines_add_up_to_a_score_between_nothing_and_a_hundred()
    {
        var random = new Random(20240902);
        for (var i = 0; i < Tries; i++)
        {
            var card = Some(random).Card("A", policy: SomePolicy(random));
            card.Lines.Sum(l => l.Points).ShouldBe(card.Score!.Value);
            card.Score.Value.ShouldBeInRange(0, 100);
            decimal.Round(card.Score.Value, 2).ShouldBe(card.Score.Value);
            card.Lines.Where(l => l.Kind == "inspection").Sum(l => l.Points).ShouldBe(card.Mean!.Value);
        }
    }

    [Fact]
    public void No_adjustment_passes_its_cap()
    {
        var random = new Random(20240903);
        for (var i = 0; i < Tries; i++)
        {
            var policy = SomePolicy(random);
            var adjustments = Some(random).Card("A", policy: policy).Adjustments;
            policy.Adjustments.Where(a => Math.Abs(adjustments[a.Kind]) > a.CapPerMonth).ShouldBeEmpty();
        }
    }

    private static MonthStory Some(Random random)
    {
        var story = Of("A");
        for (var i = random.Next(1, 9); i > 0; i--) story = story.Inspected("A", random.Next(1, 31), random.Next(0, 10001) / 100m);
        for (var i = random.Next(0, 9); i > 0; i--)
        {
            var due = At(random.Next(2, 31));
            story = story.Case($"案{i}", Recorded(At(1)), Routed("A", At(1), due), Rejected("A", At(2), due), StruckOff("A", At(random.Next(2, 31)), due), Relapsed("A", At(30)));
        }
        for (var i = random.Next(0, 4); i > 0; i--) story = story.Commended("A", random.Next(1, 31));
        return story;
    }

    private static Policy SomePolicy(Random random) =>
        UsualPolicy with { Adjustments = [.. UsualPolicy.Adjustments.Select(a => a with { Points = a.Points * random.Next(1, 200) / 100, CapPerMonth = random.Next(0, 1000) / 100m })] };
}
