using Campaign.Tasks.Assignments;
using Campaign.Tasks.Plans;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>What holds for whatever editions follow each other.</summary>
public sealed class PlanProperties
{
    [Fact]
    public void After_the_last_edition_the_plan_is_what_it_says_and_a_repeat_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Editions(), editions =>
        {
            var story = editions.Aggregate(new PlanStory(), (story, edition) => story.Take(edition));
            story.Plan.Items.Keys.ToHashSet().SetEquals(Read(editions[^1]).Select(item => item.Item)).ShouldBeTrue();
            story.Take(editions[^1], out var events);
            return events.Count == 0;
        }));

    [Fact]
    public void Everything_in_the_plan_has_one_assignment_that_is_not_cancelled_and_nothing_else_has() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Editions(), editions =>
        {
            var story = editions.Aggregate(new PlanStory(), (story, edition) => story.Take(edition));
            var open = story.Assignments.Where(a => a.State.IsOpen).Select(a => a.Id).ToHashSet();
            var planned = story.Plan.Items.Values.Select(item => item.AssignmentId(PlanId)).ToHashSet();
            return open.IsSubsetOf(planned) && story.Plan.Items.Values.All(item => story.Of(item).Status is not AssignmentStatus.Cancelled);
        }));

    private static Arbitrary<PlanDocument[]> Editions() =>
        Arb.From(Gen.NonEmptyListOf(Edition).Select(editions => editions.Take(5).ToArray()));

    private static Gen<PlanDocument> Edition =>
        from units in Gen.SubListOf("U010", "U011", "U024", "U001")
        from everybody in Gen.Elements(true, false)
        from end in Gen.Elements(1, 2, 3)
        from name in Gen.Elements("基础设施建设提升行动", "市政设施提升行动")
        from tasks in Gen.SubListOf(1, 2, 3)
        select Document with
        {
            Phases = [February, March, Autumn with { To = Autumn.To.AddMonths(end) }],
            Actions =
            [
                new(1, name, [.. units], everybody || units.Count == 0, null),
                .. tasks.Count == 0 ? [] : new[] { Tasks(tasks) },
            ],
        };

    private static PlanAction Tasks(IEnumerable<int> numbers) =>
        new(2, "健康教育提升行动", null, AllCommunities: false, null, [.. numbers.Select(no => new PlanTask(no, $"任务{no}", "U010", ["U011"]))]);
}
