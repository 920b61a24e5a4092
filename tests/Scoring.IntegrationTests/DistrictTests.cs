using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>Two streets of one district; the second has one subject, one inspection and one overdue case.</summary>
public sealed class DistrictTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string First = "990105001";
    private const string Second = "990105002";
    private const string Address = "/api/district/comparison?month=2024-09";

    [Fact]
    public async Task Streets_are_compared_on_the_same_figures_and_ranked_by_the_policy_of_the_district()
    {
        using var first = new StreetMonth(fixture, First);
        using var second = new StreetMonth(fixture, Second);
        await first.Happens();
        await Happens(second);
        using var district = fixture.Client(Role.DistrictOffice, First);

        var before = await district.GetFromJsonAsync<JsonElement>(Address);
        Streets(before).ShouldBe([(Second, 1, 89.5m), (First, 2, Mean(await first.Report()))]);
        before.GetProperty("streets")[1].GetProperty("figures").GetProperty("onTimeStrikeOff").GetProperty("numerator").GetInt32()
            .ShouldBe(63);
        before.GetProperty("streets")[0].GetProperty("name").GetString().ShouldBe("南关街道");

        var overdue = new { kind = "overdueCase", points = -100, capPerMonth = 100 };
        var policy = new { dailyWeight = 1, evaluationWeight = 0, adjustments = new[] { overdue } };
        (await district.PutAsJsonAsync("/api/district/policies/2024-09", policy)).EnsureSuccessStatusCode();
        var after = await district.GetFromJsonAsync<JsonElement>(Address);
        after.GetProperty("policyFrom").GetString().ShouldBe("2024-09");
        Streets(after).Select(s => s.Score).ShouldBe([0m, 0m]);
        (await district.GetFromJsonAsync<JsonElement>("/api/district/policies/2024-10")).GetProperty("month").GetString()
            .ShouldBe("2024-09");

        await Departments(district);

        using var street = fixture.Client(Role.StreetOffice, Second);
        Streets(await street.GetFromJsonAsync<JsonElement>(Address)).Select(s => s.Street).ShouldBe([Second]);
        (await street.PutAsJsonAsync("/api/district/policies/2024-09", policy)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task Departments(HttpClient district)
    {
        var cleansing = new { code = "CG", name = "城管局", units = new[] { new { street = Second, unit = "U1" } } };
        (await district.PutAsJsonAsync("/api/district/departments", new { departments = new[] { cleansing } })).EnsureSuccessStatusCode();
        var twice = new { departments = new[] { cleansing, cleansing } };
        (await district.PutAsJsonAsync("/api/district/departments", twice)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // 90 in its only street, less the overdue case of the street's own policy.
        const string scores = "/api/district/departments/scores?month=2024-09";
        Score(await district.GetFromJsonAsync<JsonElement>(scores)).ShouldBe(89.5m);
        Score(await district.GetFromJsonAsync<JsonElement>("/api/district/departments/assessment?year=2024")).ShouldBe(89.5m);
        var overdue = new { kind = "overdueCase", points = -2, capPerMonth = 10 };
        var policy = new { dailyWeight = 1, evaluationWeight = 0, adjustments = new[] { overdue } };
        (await district.PutAsJsonAsync("/api/district/departments/policies/2024-09", policy)).EnsureSuccessStatusCode();
        Score(await district.GetFromJsonAsync<JsonElement>(scores)).ShouldBe(87.5m);
        using var elsewhere = fixture.Client(Role.Leader, First);
        (await elsewhere.GetFromJsonAsync<JsonElement>(scores)).GetProperty("departments").GetArrayLength().ShouldBe(0);

        static decimal Score(JsonElement answer) => answer.GetProperty("departments")[0].GetProperty("score").GetDecimal();
    }

    private static async Task Happens(StreetMonth street)
    {
        var (id, at) = (street.File.IdOf("case"), new DateTimeOffset(2024, 9, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        InspectionScored visit = new(Second, street.File.IdOf("visit"), 1, "U1", "日常检查", new DateOnly(2024, 9, 3), 90, "sheet-1", 1);
        FindingRouted routed = new(Second, id, 1, $"{Second}-2024-000001", 1, "U1", at.AddDays(1), at, false);
        await street.Put("/policies/2024-01", street.File.Policy);
        await street.Publish([
            new StreetRegistered(Second, 1, "南关街道"), new UnitRegistered(Second, "U1", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null),
            visit, routed]);
        await street.Arrived([visit, routed]);
        await Testing.Eventually.Becomes(() => street.Get("/subjects"), s => s.GetProperty("items").GetArrayLength() == 1);
        await Testing.Eventually.Becomes(() => street.Get("/letterhead"), l => l.GetProperty("numberPrefix").GetString() == "南关街道创卫通报");
    }

    private static decimal? Mean(JsonElement report)
    {
        var scores = report.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("score"))
            .Where(s => s.ValueKind is JsonValueKind.Number).Select(s => s.GetDecimal());
        return Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<(string Street, int Rank, decimal? Score)> Streets(JsonElement comparison) =>
        comparison.GetProperty("streets").EnumerateArray()
        .Select(s =>
            (s.GetProperty("street").GetString()!, s.GetProperty("rank").GetInt32(), (decimal?)s.GetProperty("score").GetDecimal()));
}
