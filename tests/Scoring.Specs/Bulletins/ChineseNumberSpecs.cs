using Campaign.Scoring.Bulletins;

namespace Campaign.Scoring.Specs.Bulletins;

public sealed class ChineseNumberSpecs
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(35, "三十五")]
    public void Headings_are_numbered_in_Chinese(int number, string text) => ChineseNumber.Of(number).ShouldBe(text);
}
