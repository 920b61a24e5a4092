using Campaign.Inspections.Inspections;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class ScoreProperties
{
    private static readonly Gen<ScoredItem> Item =
        from max in Gen.Choose(1, 10_000)
        from deduction in Gen.Choose(0, 12_000)
        from notApplicable in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new ScoredItem(0, max / 100m, notApplicable, notApplicable ? 0 : deduction / 100m, null);

    private static readonly Gen<IReadOnlyList<ScoredItem>> Items =
        from items in Item.ListOf()
        select (IReadOnlyList<ScoredItem>)[.. items.Select((item, index) => item with { No = index + 1 })];

    [Fact]
    public void A_score_is_between_0_and_100_with_two_decimals_or_there_is_none() => Holds(Items, items => Score.Of(items) is { } score
        ? score is >= 0 and <= 100 && decimal.Round(score, 2) == score
        : items.All(item => item.NotApplicable));

    [Fact]
    public void A_further_deduction_never_raises_a_score() => Holds(
        from items in Items
        where items.Any(item => !item.NotApplicable)
        from item in Gen.Elements(items.Where(item => !item.NotApplicable))
        from further in Gen.Choose(1, 500)
        select (items, item, further),
        sample =>
        {
            var worse = sample.items.Select(
                item => item.No == sample.item.No ? item with { Deduction = item.Deduction + (sample.further / 100m) } : item);
            return Score.Of(worse) <= Score.Of(sample.items);
        });

    [Fact]
    public void An_item_that_does_not_apply_changes_nothing() => Holds(
        from items in Items from max in Gen.Choose(1, 100) select (items, max),
        sample => Score.Of([.. sample.items, new ScoredItem(0, sample.max, true, 0, null)]) == Score.Of(sample.items));

    private static void Holds<T>(Gen<T> samples, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(samples.ToArbitrary(), property));
}
