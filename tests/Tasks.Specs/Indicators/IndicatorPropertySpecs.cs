using Campaign.Tasks.Indicators;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

public sealed class IndicatorPropertySpecs
{
    private static readonly Gen<decimal> Figures = Gen.Choose(-20_000, 20_000).Select(n => n / 100m);
    private static readonly Gen<Indicator> Indicators = Gen.Elements(National.Indicators.AsEnumerable());

    /// <summary>For each of some years before and including the year, a figure or none.</summary>
    private static readonly Gen<Measurement[]> Histories = Gen.OneOf(
        Figures.Select(figure => (decimal?)figure), Gen.Constant<decimal?>(null))
        .ListOf(8)
        .Select(values => values.Index().Where(v => v.Item is not null).Select(v => new Measurement(Year - v.Index, Value: v.Item))
            .ToArray());

    [Fact]
    public void A_better_figure_never_turns_attained_into_not()
    {
        Comparison[] directed = [Comparison.AtLeast, Comparison.MoreThan, Comparison.AtMost, Comparison.LessThan];
        var cases = from op in Gen.Elements(directed)
                    from form in Gen.Elements(TargetForm.Fixed, TargetForm.FixedOrTrend)
                    from bound in Figures
                    from history in Histories
                    from gain in Gen.Choose(0, 5_000)
                    select (Indicator: Of(new(form, op, bound, Years: form is TargetForm.FixedOrTrend ? 3 : null)), history,
                        gain: gain / 100m);
        Holds(cases, c =>
        {
            var better = c.history.Select(m => m.Year == Year
                ? m with { Value = m.Value + (c.Indicator.Target.Op!.Value.Better() is Direction.Up ? c.gain : -c.gain) }
                : m).ToList();
            return Evaluation.Of(c.Indicator, Year, c.history).Result is not Attainment.Attained
                || Evaluation.Of(c.Indicator, Year, better).Result is Attainment.Attained;
        });
    }

    [Fact]
    public void The_order_in_which_figures_came_does_not_matter()
    {
        var cases = from indicator in Indicators
                    from kept in Gen.Elements(true, false).ListOf(40)
                    from passing in Gen.Elements(true, false)
                    let all = (passing ? Passing(indicator) : Failing(indicator)).Where((_, i) => kept[i]).ToArray()
                    from shuffled in Gen.Shuffle(all)
                    select (indicator, all, shuffled);
        Holds(cases, c => Evaluation.Of(c.indicator, Year, c.all) == Evaluation.Of(c.indicator, Year, c.shuffled));
    }

    [Fact]
    public void More_figures_never_overturn_what_was_certain()
    {
        var cases = from indicator in Indicators
                    from kept in Gen.Elements(true, false).ListOf(40)
                    from passing in Gen.Elements(true, false)
                    let all = passing ? Passing(indicator) : Failing(indicator)
                    select (indicator, all, some: all.Where((_, i) => kept[i]).ToList());
        Holds(cases, c => Evaluation.Of(c.indicator, Year, c.some).Result is var early
            && (early is Attainment.InsufficientData || early == Evaluation.Of(c.indicator, Year, c.all).Result));
    }

    [Fact]
    public void A_trend_holds_exactly_when_each_year_beats_the_one_before()
    {
        var falling = Of(new(TargetForm.Trend, Direction: Direction.Down, Years: 3));
        Holds(Gen.Choose(0, 4).ListOf(4), values =>
        {
            var series = values.Index().Select(v => new Measurement(Year - 3 + v.Index, Value: v.Item)).ToList();
            var expected = values[0] > values[1] && values[1] > values[2] && values[2] > values[3];
            return Evaluation.Of(falling, Year, series).Result == (expected ? Attainment.Attained : Attainment.NotAttained);
        });
    }

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(cases.ToArbitrary(), property));
}
