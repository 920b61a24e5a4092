using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Specs.Kernel;

public sealed class HalfYearSpecs
{
    [Theory]
    [InlineData("2024-H1", true)]
    [InlineData("2024-H2", true)]
    [InlineData("2024-H3", false)]
    [InlineData("2024-h1", false)]
    [InlineData("24-H1", false)]
    [InlineData("２０２４-H1", false)]
    [InlineData(null, false)]
    public void A_half_year_is_written_with_H_and_its_number(string? text, bool valid) => HalfYear.TryParse(text, out _).ShouldBe(valid);
}
