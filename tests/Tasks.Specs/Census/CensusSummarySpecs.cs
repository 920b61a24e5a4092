using System.Globalization;
using Campaign.Tasks.Census;

namespace Campaign.Tasks.Specs.Census;

public sealed class CensusSummarySpecs
{
    [Theory]
    [InlineData(85, 153, "55.56"), InlineData(1, 3, "33.33"), InlineData(1, 8, "12.5"), InlineData(5, 800, "0.63"), InlineData(0, 5, "0")]
    public void A_rate_is_rounded_half_away_from_zero(int attained, int all, string rate) =>
        CensusSummaryQuery.Rate(attained, all).ShouldBe(decimal.Parse(rate, CultureInfo.InvariantCulture));

    [Fact]
    public void Of_none_there_is_no_rate() => CensusSummaryQuery.Rate(0, 0).ShouldBeNull();
}
