using Campaign.Tasks.Plans;

namespace Campaign.Tasks.Specs.Plans;

public sealed class HeadCountBandSpecs
{
    [Fact]
    public void The_bands_of_the_source_overlap_at_5_and_leave_11_to_14_open() =>
        Defects(new(null, 5, 1), new(5, 10, 3), new(15, null, 4)).ShouldBe(
        [
            (1, "人数档有重叠：5人同时属于第1档和第2档。"),
            (2, "人数档有缺口：11至14人没有对应的档。"),
        ]);

    [Fact]
    public void Bands_that_meet_are_in_order() => Defects(new(null, 5, 1), new(6, 10, 3), new(11, null, 4)).ShouldBeEmpty();

    [Fact]
    public void The_order_of_bands_does_not_matter() => Defects(new(11, null, 4), new(6, 10, 3), new(1, 5, 1)).ShouldBeEmpty();

    [Fact]
    public void What_begins_late_or_ends_early_is_a_gap() =>
        Defects(new HeadCountBand(3, 5, 1)).ShouldBe([(0, "人数档有缺口：1至2人没有对应的档。"), (0, "人数档有缺口：6人及以上没有对应的档。")]);

    [Fact]
    public void A_band_that_ends_before_it_begins_is_none() =>
        Defects(new(null, null, 1), new(9, 5, 2)).ShouldBe([(1, "人数档第2档的上限小于下限。")]);

    [Fact]
    public void A_band_within_another_overlaps_it() =>
        Defects(new(null, null, 1), new(6, 8, 2)).ShouldBe([(1, "人数档有重叠：6至8人同时属于第1档和第2档。")]);

    private static IEnumerable<(int, string)> Defects(params HeadCountBand[] bands) => HeadCountBands.Defects(bands);
}
