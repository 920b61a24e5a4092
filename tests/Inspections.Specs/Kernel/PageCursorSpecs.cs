using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.Specs.Kernel;

public sealed class PageCursorSpecs
{
    private static readonly DateOnly Day = new(2024, 9, 3);
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-000000000001");

    [Fact]
    public void A_place_is_found_again()
    {
        PageCursor.Of(Day, Id).ShouldBe("2024-09-03_019300c8000070008000000000000001");
        PageCursor.Read(PageCursor.Of(Day, Id), (DateOnly.MinValue, Guid.Empty)).ShouldBe((Day, Id));
        PageCursor.Read(PageCursor.Of("990101001-2024-000001", 2), ("", 0)).ShouldBe(("990101001-2024-000001", 2));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void None_begins_at_the_beginning(string? cursor) =>
        PageCursor.Read(cursor, (DateOnly.MinValue, Guid.Empty)).ShouldBe((DateOnly.MinValue, Guid.Empty));

    [Theory]
    [InlineData("2024-09-03")]
    [InlineData("2024-09-03_x")]
    [InlineData("x_019300c8000070008000000000000001")]
    [InlineData("2024-09-03_019300c8000070008000000000000001_1")]
    public void What_is_no_place_of_this_list_is_refused(string cursor) =>
        Should.Throw<InvalidCursorException>(() => PageCursor.Read(cursor, (DateOnly.MinValue, Guid.Empty)));
}
