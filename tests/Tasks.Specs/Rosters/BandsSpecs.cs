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
            "1.From Overlap 人数档有重叠：5人同时属于第1档和第2档。",
            "2.From Gap 人数档有缺口：11至14人没有对应的档。",
        ]);

    [Fact]
    public void They_start_at_1_and_end_open() => Defects(new Band(3, 10, 1)).ShouldBe(
    [
        "0.From Gap 人数档有缺口：1至2人没有对应的档。",
        "0. Gap 人数档有缺口：11人及以上没有对应的档。",
    ]);

    [Fact]
    public void Their_order_does_not_matter_but_the_place_is_that_of_the_list() =>
        Defects(new(11, null, 4), new(1, 5, 1), new(7, 10, 3)).ShouldBe(["2.From Gap 人数档有缺口：6人没有对应的档。"]);

    [Fact]
    public void After_an_open_band_there_is_no_other() =>
        Defects(new(1, null, 1), new(6, null, 3)).ShouldBe(["1.From Overlap 人数档有重叠：6人及以上同时属于第1档和第2档。"]);

    [Fact]
    public void One_band_inside_another_is_an_overlap() =>
        Defects(new(1, 20, 1), new(6, 10, 3), new(21, null, 4)).ShouldBe(["1.From Overlap 人数档有重叠：6至10人同时属于第1档和第2档。"]);

    [Fact]
    public void A_band_that_ends_before_it_begins_is_none() =>
        Defects(new(1, null, 1), new(9, 5, 2)).ShouldBe(["1.To Backward 人数档第2档的上限小于下限。"]);

    [Fact]
    public void No_band_at_all_speaks_of_nobody() => Defects().ShouldBe(["-1. Gap 人数档有缺口：1人及以上没有对应的档。"]);

    [Fact]
    public void A_roster_names_the_field_of_the_band_or_all_of_them()
    {
        Errors(new(1, 5, 1), new(5, 3, 3)).ShouldBe(["Bands[1].To band-backward", "Bands bands-gap"]);
        Errors(new(1, 5, 1), new(5, null, 3)).ShouldBe(["Bands[1].From bands-overlap"]);
    }

    private static IEnumerable<string> Defects(params Band[] bands) =>
        Bands.Defects(bands).Select(d => $"{d.Index}.{d.Property} {d.Fault} {d.Detail}");

    private static IEnumerable<string> Errors(params Band[] bands) =>
        new RosterTermsValidator().Validate(new RosterTerms("执勤", new("解放路"), [], [], new(2024, 9, 1), Bands: bands))
            .Errors.Where(error => error.PropertyName.StartsWith("Bands", StringComparison.Ordinal))
            .Select(error => $"{error.PropertyName} {error.ErrorCode}");
}
