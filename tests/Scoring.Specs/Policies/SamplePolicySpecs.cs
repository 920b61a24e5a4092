using System.Text.Json;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Policies.Linting;
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

    [Fact]
    public Task The_schema_in_the_repository_is_that_of_the_code() =>
        Testing.Documents.Verify("docs/policy.schema.json", PolicySchema.Document.ToJsonString(PolicySchema.Written) + "\n");

    [Theory]
    [InlineData("""{ "dailyWeight": 1, "adjustments": [] }""", "/evaluationWeight is missing")]
    [InlineData("""{ "dailyWeight": "1", "evaluationWeight": 0, "adjustments": [] }""", "/dailyWeight is not number")]
    [InlineData("""{ "dailyWeight": 1, "evaluationWeight": 0, "adjustments": [], "weather": 1 }""", "/weather is unknown")]
    [InlineData("""{ "dailyWeight": 1, "evaluationWeight": 0, "adjustments": [], "items": [{ "id": "a", "name": "a", "rule": "dice", "metric": "relapse" }] }""", "/items/0/rule is not one of those")]
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

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SamplePolicySpecs).Assembly.GetManifestResourceStream($"policy-{name}.json")!);
        return reader.ReadToEnd();
    }
}
