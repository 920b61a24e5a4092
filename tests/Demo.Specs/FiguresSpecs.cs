using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class FiguresSpecs
{
    [Fact]
    public void What_the_platform_answers_is_written_as_the_ledger_writes_it() =>
        JsonSerializer.Serialize(FiguresOfMonth.Of(SampleStory.Answer(), SampleStory.September), Json.Indented)
            .ShouldBe(JsonSerializer.Serialize(SampleStory.Expected, Json.Indented));

    [Fact]
    public void Subjects_stand_in_the_order_of_the_file_and_strangers_are_left_out()
    {
        var file = SampleStory.September;
        file = file with { Subjects = [.. file.Subjects.Reverse().Skip(1)] };
        var figures = FiguresOfMonth.Of(SampleStory.Answer(), file);
        figures["results"]!.AsArray().Select(result => (string)result!["subject"]!).ShouldBe(file.Subjects.Select(subject => subject.Code));
        figures["missingWeeks"]!.AsObject().ShouldNotContainKey("U019");
    }

    [Fact]
    public void A_rate_without_a_denominator_is_null()
    {
        var figures = FiguresOfMonth.Of(SampleStory.Answer(report => report["rates"]!.AsObject().Remove("rework")), SampleStory.September);
        figures["rates"]!.AsObject().ShouldContain(KeyValuePair.Create<string, JsonNode?>("rework", null));
    }

    [Theory]
    [InlineData("overdueCase", "-1", "-1.0")]
    [InlineData("overdueCase", "-1.50", "-1.5")]
    [InlineData("overdueCase", "-5.0", "-5")]
    [InlineData("overdueCase", "0.0", "0")]
    [InlineData("rejectedRectification", "-0.6", "-0.6")]
    [InlineData("relapse", "-2.0", "-2")]
    [InlineData("relapse", "-0.25", "-0.25")]
    [InlineData("unheardOf", "1.5", "1.5")]
    public void A_line_has_the_decimals_of_its_policy(string kind, string points, string text) =>
        new LineText(SampleStory.September.Adjustments).Of(kind, decimal.Parse(points)).ShouldBe(text);

    [Fact]
    public void A_mean_is_announced_half_away_from_zero() => DecimalText.Announced(82.105m).ShouldBe("82.11");
}
