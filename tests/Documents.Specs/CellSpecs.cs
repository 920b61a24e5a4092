namespace Campaign.Documents.Specs;

public sealed class CellSpecs
{
    [Theory]
    [InlineData("2024-3-19"), InlineData("2024/03/19"), InlineData("2024.3.19"), InlineData("2024年3月19日"), InlineData("20240319"),
        InlineData(" 2024-03-19 ")]
    public void A_day_is_read_as_people_type_it(string typed) => Of(typed).Date.ShouldBe(new DateOnly(2024, 3, 19));

    [Fact]
    public void A_day_that_does_not_exist_is_no_day() => Of("2024-02-30").Date.ShouldBeNull();

    [Theory]
    [InlineData("1,234.50", 1234.5), InlineData("85.5%", 85.5), InlineData("-3", -3)]
    public void A_number_may_be_typed_as_text(string typed, double number) => Of(typed).Number.ShouldBe((decimal)number);

    [Fact]
    public void A_document_number_that_the_sheet_took_for_a_number_is_read_in_full() =>
        Of(120102001000123d).Text.ShouldBe("120102001000123");

    [Fact]
    public void What_is_neither_yes_nor_no_is_neither() => (Of("是").Truth, Of("×").Truth, Of("不详").Truth).ShouldBe((true, false, null));

    [Fact]
    public void White_space_is_nothing() => Of("  ").IsBlank.ShouldBeTrue();

    [Fact]
    public void Half_a_person_is_no_whole_number() => (Of(3d).Whole, Of(2.5).Whole).ShouldBe((3, null));

    private static Cell Of(object value) => new("表!A1", value);
}
