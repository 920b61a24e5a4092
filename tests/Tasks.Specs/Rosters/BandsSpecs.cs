using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Specs.Rosters;

public sealed class BandsSpecs
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 3)]
    [InlineData(10, 3)]
    [InlineData(11, 4)]
    [InlineData(14, 4)]
    [InlineData(400, 4)]
    public void An_office_sends_people_by_its_size(int staff, int people) => Bands.Default.PeopleFor(staff).ShouldBe(people);

    [Fact]
    public void The_bands_shipped_are_sound() => Defects([.. Bands.Default]).ShouldBeEmpty();

    [Fact]
    public void Five_and_five_to_ten_and_fifteen_overlap_at_5_and_leave_11_to_14_open() =>
        Defects(new(1, 5, 1), new(5, 10, 3), new(15, null, 4)).ShouldBe(
        [
            "Bands[1].From bands-overlap 5 人同时落在两个人数档。",
            "Bands[2].From bands-gap 11 至 14 人没有对应的人数档。",
        ]);

    [Fact]
    public void They_start_at_1_and_end_open() =>
        Defects(new Band(3, 10, 1)).ShouldBe(["Bands[0].From bands-gap 1 至 2 人没有对应的人数档。", "Bands bands-gap 11 人及以上没有对应的人数档。"]);

    [Fact]
    public void Their_order_does_not_matter_but_the_pointer_is_that_of_the_list() =>
        Defects(new(11, null, 4), new(1, 5, 1), new(7, 10, 3)).ShouldBe(["Bands[2].From bands-gap 6 人没有对应的人数档。"]);

    [Fact]
    public void After_an_open_band_there_is_no_other() =>
        Defects(new(1, null, 1), new(6, null, 3)).ShouldBe(["Bands[1].From bands-overlap 6 人及以上同时落在两个人数档。"]);

    [Fact]
    public void One_band_inside_another_is_an_overlap() =>
        Defects(new(1, 20, 1), new(6, 10, 3), new(21, null, 4)).ShouldBe(["Bands[1].From bands-overlap 6 至 10 人同时落在两个人数档。"]);

    [Fact]
    public void No_band_at_all_speaks_of_nobody() => Defects().ShouldBe(["Bands bands-gap 1 人及以上没有对应的人数档。"]);

    private static IEnumerable<string> Defects(params Band[] bands) =>
        Bands.Defects(bands).Select(d => $"{d.Property} {d.Rule} {d.Detail}");
}
