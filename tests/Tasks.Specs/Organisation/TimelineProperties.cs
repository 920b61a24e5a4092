using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

/// <summary>What holds for every history of hand-overs, tried on many.</summary>
public sealed class TimelineProperties
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly PostRegistered Registered = new("P01", "党工委副书记", PostRole.Guarantor, null, null, [], [], Morning, First);

    [Fact]
    public void The_order_in_which_changes_for_different_days_were_recorded_changes_no_answer() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Histories(), Seeds(), (history, seed) =>
        {
            var changes = history.DistinctBy(change => change.Day).ToArray();
            var shuffled = changes.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Days.All(day => HolderOn(changes, day) == HolderOn(shuffled, day));
        }));

    [Fact]
    public void A_change_effective_later_never_changes_the_answer_for_a_day() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Histories(), Changes(), (history, later) =>
            Days.TakeWhile(day => day < First.AddDays(later.Day))
                .All(day => HolderOn(history, day) == HolderOn([.. history, later], day))));

    [Fact]
    public void An_answer_is_the_last_word_on_the_latest_day_until_then() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Histories(), history => Days.All(day =>
        {
            var known = history.Where(change => First.AddDays(change.Day) <= day).ToList();
            var expected = known.Count == 0 ? null : known.Last(change => change.Day == known.Max(other => other.Day)).Holder;
            return HolderOn(history, day) == expected;
        })));

    [Fact]
    public void The_same_hand_over_twice_is_recorded_once() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Histories(), Changes(), (history, change) =>
        {
            var once = Record(Record(history), change);
            return Decide(once, change).Events.Count == 0;
        }));

    private static IEnumerable<DateOnly> Days => Enumerable.Range(0, 40).Select(First.AddDays);

    private static string? HolderOn(IEnumerable<Change> history, DateOnly day) => Record(history).Holders.On(day)?.Holder;

    private static Post Record(IEnumerable<Change> history) => history.Aggregate(Post.Initial.Evolve(Registered), Record);

    private static Post Record(Post post, Change change) =>
        Decide(post, change).Events.Cast<IPostEvent>().Aggregate(post, (state, e) => state.Evolve(e));

    private static Decision Decide(Post post, Change change) =>
        new HandOverPost("P01", change.Holder, Reason: null, Noon, First.AddDays(change.Day)).Decide(post);

    private static Arbitrary<Change[]> Histories() => Arb.From(Gen.ArrayOf(SomeChange));

    private static Arbitrary<Change> Changes() => Arb.From(SomeChange);

    private static Arbitrary<int> Seeds() => Arb.From(Gen.Choose(0, int.MaxValue));

    private static Gen<Change> SomeChange =>
        from day in Gen.Choose(0, 39)
        from holder in Gen.Elements("account-1", "account-2", "account-3", null)
        select new Change(day, holder);

    /// <param name="Day">Days after the first.</param>
    private sealed record Change(int Day, string? Holder);
}
