namespace Campaign.Documents.Specs;

public sealed class CellSpecs
{
    [Theory]
    [InlineData("2024-3-19"), InlineData("2024/03/19"), InlineData("2024.3.19"), InlineData("2024年3月19日"), InlineData("20240319"),
        InlineData(" 2024-03-19 ")]
    public void A_day_is_read_as_people_type_it(string typed) => Of(typed).Date.ShouldBe(new DateOnly(2024, 3, 19));

    [Theory]
    [InlineData("二〇二四年九月五日"), InlineData("２０２４．９．５"), InlineData("2024年9月5日（星期四）"), InlineData("二○二四年九月五日")]
    public void A_day_is_read_as_documents_have_it(string typed) => Of(typed).Date.ShouldBe(new DateOnly(2024, 9, 5));

    [Theory]
    [InlineData("二〇二四年十二月三十一日", 12, 31), InlineData("二〇二四年十月二十日", 10, 20), InlineData("二〇二四年一月十五日", 1, 15)]
    public void Numerals_are_counted(string typed, int month, int day) => Of(typed).Date.ShouldBe(new DateOnly(2024, month, day));

    [Fact]
    public void The_day_ends_at_24_00()
    {
        (Of("2024-09-05 24:00").Moment, Of("2024-09-05 24:00").IsDayAlone).ShouldBe((new DateTime(2024, 9, 6), false));
        (Of("2024-09-05").IsDayAlone, Of(new DateTime(2024, 9, 5)).IsDayAlone, Of("2024-09-05 00:00").IsDayAlone)
            .ShouldBe((true, true, false));
        Of("2024-09-05 24:01").Moment.ShouldBeNull();
    }

    [Theory]
    [InlineData("9月5日"), InlineData("9.5"), InlineData("９月５日上午9时")]
    public void A_day_without_a_year_is_asked_for_it(string typed) => Of(typed).MomentFault!.Value.Detail.ShouldContain("年份");

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
