using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>Policies as documents: linted, adopted, tried out, fed by hand, graded.</summary>
public sealed class PolicyTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task All_defects_are_told_at_once_and_by_adopting_the_same()
    {
        using var street = new StreetMonth(fixture, "990101021");
        var unsound = new
        {
            dailyWeight = 0.5,
            evaluationWeight = 0.4,
            adjustments = Array.Empty<object>(),
            items = new[] { new { id = "a", name = "甲", rule = "ratio", metric = "weather", weight = 90 } },
        };

        var defects = (await street.Post("/policies/lint", unsound)).GetProperty("defects");
        using var office = fixture.Client(Role.StreetOffice, "990101021");
        using var refused = await office.PutAsJsonAsync($"{street.Path}/policies/2024-01", unsound);

        defects.EnumerateArray().Select(d => d.GetProperty("pointer").GetString())
            .ShouldBe(["/evaluationWeight", "/items/0/metric", "/items"]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").ToString().ShouldBe(defects.ToString());
        (await street.Post("/policies/lint", street.File.Policy)).GetProperty("defects").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("jinniushan", "990101022")]
    [InlineData("weekly-grades", "990101023")]
    [InlineData("every-rule", "990101024")]
    public async Task What_a_street_reads_it_can_send_again(string name, string code)
    {
        using var street = new StreetMonth(fixture, code);
        (await street.Put("/policies/2024-01", SamplePolicy.Called(name))).GetProperty("version").GetInt64().ShouldBe(1);

        var read = JsonNode.Parse((await street.Get("/policies/2024-09")).GetRawText())!.AsObject();
        read.Remove("month").ShouldBeTrue();

        (await street.Put("/policies/2024-01", read)).GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Another_policy_is_tried_on_a_month_and_nothing_is_stored()
    {
        using var street = new StreetMonth(fixture, "990101025");
        await street.Happens();
        var before = (await street.Report()).ToString();

        var same = await street.Post($"/policies/what-if?month={street.File.Month}", street.File.Policy);
        var other = await street.Post($"/policies/what-if?month={street.File.Month}", SamplePolicy.Called("jinniushan"));

        same.GetProperty("results").EnumerateArray().ShouldAllBe(r => r.GetProperty("rankChange").GetInt32() == 0
            && JsonElement.DeepEquals(r.GetProperty("real"), r.GetProperty("whatIf")));
        var result = other.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("subject").GetString() == "U001");
        result.GetProperty("real").GetProperty("score").GetDecimal().ShouldBe(81.30m);
        result.GetProperty("whatIf").GetProperty("score").GetDecimal().ShouldBe(82.10m);
        result.GetProperty("scoreChange").GetDecimal().ShouldBe(0.80m);
        (await street.Report()).ToString().ShouldBe(before);
        (await street.Get("/policies")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Entries_profiles_and_missed_deadlines_become_lines_that_name_their_events()
    {
        const string code = "990101026";
        using var street = new StreetMonth(fixture, code);
        await street.Publish([new UnitRegistered(code, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Testing.Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 1);
        await street.Put("/policies/2024-01", SamplePolicy.Called("every-rule"));
        await street.Put("/subjects/A/profile", new { areaKm2 = 2.5, population = 4000, @class = "一类" });
        await street.Put("/subjects/A/profile", new { @class = "二类", from = "2024-10" });
        await street.Put("/manual-entries/1", new { subject = "A", month = "2024-09", item = "archive", value = 4.5, reason = "档案齐全" });
        await street.Put("/manual-entries/1", new { subject = "A", month = "2024-09", item = "archive", value = 4, reason = "缺一册" });
        var due = new DateTimeOffset(2024, 9, 20, 17, 30, 0, TimeSpan.FromHours(8));
        AssignmentBecameOverdue archive = new(code, Guid.CreateVersion7(), 5, "Archive", "2020 年档案", "A", due);
        AssignmentBecameOverdue rectification = new(code, Guid.CreateVersion7(), 5, "Rectification", "整改", "A", due);
        Contracts.Inspections.InspectionScored visit = new(
            code, Guid.CreateVersion7(), 2, "A", "日常检查", new DateOnly(2024, 9, 3), 90, "sheet-1", 1);
        await street.Publish([rectification, archive, archive, visit]);
        await Testing.Eventually.Becomes(
            async () => (await street.Get("/scorecards/A/2024-09")).GetProperty("lines").EnumerateArray().ToList(),
            lines => lines.Any(l => l.GetProperty("kind").GetString() == "inspection") && Of(lines, "duties").Count > 1);

        var lines = (await street.Get("/scorecards/A/2024-09")).GetProperty("lines").EnumerateArray().ToList();

        Of(lines, "duties").Select(l => l.GetProperty("points").GetDecimal()).ShouldBe([5, -1, 1]);
        Of(lines, "duties")[1].GetProperty("sourceStream").GetGuid().ShouldBe(archive.AssignmentId);
        Of(lines, "archive").ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("9月30日缺一册，加 4.00 分");
        Of(lines, "training")[1].GetProperty("text").GetString()!.ShouldStartWith("健康教育活动：一类应完成 4，已完成 0，少 4");
        (await street.Get("/manual-entries")).GetProperty("items")[0].GetProperty("value").GetDecimal().ShouldBe(4);
    }

    [Fact]
    public async Task A_year_of_grades()
    {
        using var street = new StreetMonth(fixture, "990101027");
        await street.Happens();
        await street.Put($"/policies/{street.File.Month}", SamplePolicy.Called("weekly-grades"));

        var subject = (await street.Get("/grades/2024")).GetProperty("subjects").EnumerateArray()
            .Single(s => s.GetProperty("subject").GetString() == "U013");

        subject.GetProperty("grade").GetString().ShouldBe("优");
        subject.GetProperty("months").EnumerateArray().First().GetProperty("result").GetProperty("weeks").GetArrayLength()
            .ShouldBeGreaterThan(3);
        var result = (await street.Report()).GetProperty("results").EnumerateArray()
            .Single(r => r.GetProperty("subject").GetString() == "U013");
        result.GetProperty("grade").GetString().ShouldBe("优");
    }

    private static List<JsonElement> Of(IEnumerable<JsonElement> lines, string item) =>
        [.. lines.Where(l => l.TryGetProperty("item", out var of) && of.GetString() == item)];
}
