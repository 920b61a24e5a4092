using System.Text.Json;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.Policies;

/// <summary>The policies of the sources, as documents.</summary>
public sealed class SamplePolicySpecs
{
    public static readonly TheoryData<string> Names = new("jinniushan", "weekly-grades", "every-rule");

    internal static Policy Called(string name) => Json.Read<Policy>(Text(name));

    [Theory, MemberData(nameof(Names))]
    public void A_sample_passes_the_linter(string name) => PolicyLinter.Lint(Called(name)).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void A_sample_is_as_the_schema_says(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        SchemaCheck.Of(PolicySchema.Document, document.RootElement).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_stored_reads_as_what_was_adopted(string name)
    {
        var policy = Called(name);
        var stored = StoredJson.Write(policy);
        StoredJson.Write(StoredJson.Read<Policy>(stored)).ShouldBe(stored);
        using var document = JsonDocument.Parse(stored);
        SchemaCheck.Of(PolicySchema.Document, document.RootElement).ShouldBeEmpty("what a street reads it can send again");
    }

    [Theory, InlineData("jinniushan"), InlineData("weekly-grades")]
    public void A_sample_in_YAML_says_the_same_as_the_one_in_JSON_and_explains_it(string name)
    {
        var yaml = Text(name, "yaml");
        var policy = YamlPolicy.Read(yaml);
        policy.SameAs(Called(name)).ShouldBeTrue();
        PolicyLinter.Lint(policy).ShouldBeEmpty();
        using var document = JsonDocument.Parse(YamlDocument.Read(yaml).Json);
        SchemaCheck.Of(PolicySchema.Document, document.RootElement).ShouldBeEmpty();
        yaml.ShouldStartWith("# ");
    }

    [Fact]
    public void A_defect_of_a_policy_in_YAML_is_found_in_its_line()
    {
        var yaml = Text("weekly-grades", "yaml").Replace("from: 0 }", "from: 60 }", StringComparison.Ordinal);
        var defect = PolicyLinter.Lint(YamlPolicy.Read(yaml)).ShouldHaveSingleItem();
        var line = Array.FindIndex(yaml.Split('\n'), l => l.Contains("bands:", StringComparison.Ordinal)) + 1;
        YamlDocument.Read(yaml).Places.Locate(defect).Detail.ShouldBe($"第{line}行第3列：没有包括 60 分以下的等次，最低等次的下限须为 0。");
    }

    [Fact]
    public Task The_schema_in_the_repository_is_that_of_the_code() =>
        Testing.Documents.Verify("docs/policy.schema.json", PolicySchema.Document.ToJsonString(PolicySchema.Written) + "\n");

    [Theory]
    [InlineData("""{ "dailyWeight": 1, "adjustments": [] }""", "/evaluationWeight is missing")]
    [InlineData("""{ "dailyWeight": "1", "evaluationWeight": 0, "adjustments": [] }""", "/dailyWeight is not number")]
    [InlineData("""{ "dailyWeight": 1, "evaluationWeight": 0, "adjustments": [], "weather": 1 }""", "/weather is unknown")]
    [InlineData(
        """
        {
          "dailyWeight": 1, "evaluationWeight": 0, "adjustments": [],
          "items": [{ "id": "a", "name": "a", "rule": "dice", "metric": "relapse" }]
        }
        """,
        "/items/0/rule is not one of those")]
    public void The_schema_says_what_is_wrong(string policy, string defect)
    {
        using var document = JsonDocument.Parse(policy);
        SchemaCheck.Of(PolicySchema.Document, document.RootElement).ShouldBe([defect]);
    }

    [Fact]
    public void The_scheme_of_the_source_takes_the_mean_and_nothing_else()
    {
        var september = MonthOfFile.September;
        var policy = Called("jinniushan");
        (policy.DailyWeight, policy.EvaluationWeight).ShouldBe((0.75m, 0.25m));
        september.Compute(policy: policy).Scorecards.ShouldAllBe(card => card.Score == card.Mean);
    }

    private static string Text(string name, string form = "json")
    {
        using var reader = new StreamReader(typeof(SamplePolicySpecs).Assembly.GetManifestResourceStream($"policy-{name}.{form}")!);
        return reader.ReadToEnd();
    }
}
