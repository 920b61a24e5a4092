using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Campaign.Tasks.Indicators;
using Campaign.Testing;
using static Campaign.Tasks.Specs.IndicatorStory;

namespace Campaign.Tasks.Specs.Indicators;

/// <summary>The 56 indicators of the standard of 2021, as shipped.</summary>
public sealed partial class NationalIndicatorSpecs
{
    public static TheoryData<int> Numbers => [.. National.Indicators.Select(indicator => indicator.No)];

    [Fact]
    public void There_are_56_in_8_chapters()
    {
        National.Indicators.Select(indicator => indicator.No).ShouldBe(Enumerable.Range(1, 56));
        National.Indicators.Select(indicator => indicator.Chapter).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void What_is_shipped_could_have_been_set_by_hand() => new StandardValidator().Validate(National).Errors.ShouldBeEmpty();

    [Theory, MemberData(nameof(Numbers))]
    public void Each_attains_with_figures_that_just_do(int no) =>
        Judge(no, Passing(National.Find(no)!)).Result.ShouldBe(Attainment.Attained);

    [Theory, MemberData(nameof(Numbers))]
    public void Each_fails_with_figures_that_just_do_not(int no) =>
        Judge(no, Failing(National.Find(no)!)).Result.ShouldBe(Attainment.NotAttained);

    [Theory, MemberData(nameof(Numbers))]
    public void Each_is_open_without_figures_and_says_what_is_missing(int no)
    {
        var judgement = Judge(no, []);
        judgement.Result.ShouldBe(Attainment.InsufficientData);
        judgement.Reason.ShouldContain("缺少");
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Each_is_open_while_a_part_is_missing(int no)
    {
        var indicator = National.Find(no)!;
        if (indicator.Parts is not [.., var last]) return;
        var judgement = Judge(no, [.. Passing(indicator).Where(m => m.Part != last)]);
        judgement.Result.ShouldBe(Attainment.InsufficientData);
        judgement.Reason.ShouldStartWith($"{last}：缺少");
    }

    [Theory, MemberData(nameof(Numbers))]
    public void Each_says_what_the_source_says(int no)
    {
        var indicator = National.Find(no)!;
        var source = Source["indicators"]!.AsArray().Single(i => (int)i!["no"]! == no)!;
        var target = source["target"]!;
        (indicator.Name, indicator.Chapter).ShouldBe((Fields().Replace((string)source["name"]!, ""), (string)source["chapter"]!));
        indicator.Confidence.ToString().ShouldBe((string)source["confidence"]!, StringCompareShould.IgnoreCase);
        (indicator.Parts ?? []).ShouldBe((source["parts"] ?? target["parts"])?.AsArray().Select(part => (string)part!) ?? []);
        indicator.PerStreet.ShouldBe((bool?)target["perStreet"] ?? false);
        indicator.Target.Op.ShouldBe(target["op"] is { } op ? Json.Read<Comparison>(op.ToJsonString()) : null);
        (indicator.Target.Grade, indicator.Target.Basis).ShouldBe(((string?)target["grade"], (string?)(target["plan"] ?? target["norm"])));
        if (indicator.Target.Form is TargetForm.Boolean) indicator.Target.Yes.ShouldBe((bool)target["value"]!);
        else indicator.Target.Value.ShouldBe((decimal?)target["value"]);
        if (indicator.PerStreet)
        {
            // The source calls it "fixed or trend" and gives as the trend that every street must pass, which is no trend.
            indicator.Target.Form.ShouldBe(TargetForm.Fixed);
            return;
        }
        indicator.Target.Form.ToString().ShouldBe((string)target["form"]!, StringCompareShould.IgnoreCase);
        indicator.Target.Years.ShouldBe((int?)target["years"]);
        (indicator.Target.Direction?.ToString()).ShouldBe((string?)target["direction"], StringCompareShould.IgnoreCase);
    }

    private static JsonNode Source { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples", "nanguan", "indicators-2021.json")))!;

    private static Judgement Judge(int no, List<Measurement> measurements) => Evaluation.Of(National.Find(no)!, Year, measurements);

    /// <summary>Notes of the source on how many fields a form has.</summary>
    [GeneratedRegex(@"\(\d+ (graded )?fields\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fields();
}
