using System.Net.Http.Json;
using System.Text.Json;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.SystemTests;

/// <summary>登记 → 交办 → 整改 → 复核 → 销号 across three services and a broker.</summary>
[Collection(nameof(OnePlatform))]
public sealed class LoopTests(Platform platform)
{
    private const string Api = $"/api/streets/{Platform.Street}";

    [Fact]
    public async Task A_finding_goes_to_its_unit_comes_back_is_struck_off_and_leaves_its_mark_in_the_month()
    {
        using var inspector = platform.Inspections.Client(Role.Inspector, Platform.Street);
        using var officer = platform.Tasks.Client(Role.UnitOfficer, Platform.Street, Platform.Unit);

        await inspector.Inspect();
        var finding = await Record(inspector);
        var assignment = await Assignment(finding);
        (await Finding(finding, "Routed")).GetProperty("unit").GetString().ShouldBe(Platform.Unit);

        await officer.Post($"{Api}/assignments/{assignment}/acknowledgement", new { });
        await Finding(finding, "Accepted");
        await officer.Post($"{Api}/assignments/{assignment}/submission", new { photos = new[] { await platform.Photo() } });
        await Finding(finding, "Reported");

        await inspector.Post($"{Api}/findings/{finding}/verification", new { passed = false, reason = "仍有残留" });
        await AssignmentBecomes(assignment, "Returned");
        await officer.Post($"{Api}/assignments/{assignment}/submission", new { photos = new[] { await platform.Photo() } });
        await Finding(finding, "Reported");

        await inspector.Post($"{Api}/findings/{finding}/verification", new { passed = true });
        await AssignmentBecomes(assignment, "Approved");
        await CaseInScoring(finding, facts: 4);
    }

    private async Task<Guid> Record(HttpClient inspector)
    {
        var recorded = await inspector.Post($"{Api}/findings", new
        {
            category = "0110",
            description = "垃圾桶旁暴露生活垃圾",
            place = new { longitude = 117.2, latitude = 33.6 },
            photos = new[] { await platform.Photo() },
        });
        return recorded.GetProperty("id").GetGuid();
    }

    private async Task<Guid> Assignment(Guid finding)
    {
        using var office = platform.Tasks.Client(Role.StreetOffice, Platform.Street);
        var found = await Eventually.Becomes(
            async () => (await office.GetFromJsonAsync<JsonElement>($"{Api}/assignments?finding={finding}")).GetProperty("items")
                .EnumerateArray().ToList(),
            items => items.Count == 1);
        return found[0].GetProperty("id").GetGuid();
    }

    private Task<JsonElement> Finding(Guid finding, string status) =>
        Becomes(platform.Inspections.Client(Role.StreetOffice, Platform.Street), $"{Api}/findings/{finding}", status);

    private Task<JsonElement> AssignmentBecomes(Guid assignment, string status) =>
        Becomes(platform.Tasks.Client(Role.StreetOffice, Platform.Street), $"{Api}/assignments/{assignment}", status);

    private static async Task<JsonElement> Becomes(HttpClient client, string path, string status)
    {
        using (client)
            return await Eventually.Becomes(
                async () => await client.GetFromJsonAsync<JsonElement>(path), row => row.GetProperty("status").GetString() == status);
    }

    private async Task CaseInScoring(Guid finding, int facts)
    {
        using var scoring = platform.Scoring.Client(Role.StreetOffice, Platform.Street);
        await Eventually.Holds(
            async () => (await scoring.Post($"{Api}/scorecards/awaited", new { sources = new[] { new { streamId = finding, facts } } }))
            .GetProperty("missing").GetArrayLength() == 0);

        var month = ChinaTime.DateOf(TimeProvider.System.GetUtcNow())
            .ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        using var district = platform.Scoring.Client(Role.DistrictOffice, Platform.Street);
        await district.Put($"{Api}/policies/{month}", new
        {
            dailyWeight = 1,
            evaluationWeight = 0,
            adjustments = new[] { new { kind = "rejectedRectification", points = -0.3, capPerMonth = 3 } },
        });
        var unit = await Eventually.Becomes(
            async () => (await scoring.GetFromJsonAsync<JsonElement>($"{Api}/months/{month}")).GetProperty("results")
                .EnumerateArray().Single(r => r.GetProperty("subject").GetString() == Platform.Unit),
            result => result.TryGetProperty("score", out _));
        unit.GetProperty("lines").GetProperty("rejectedRectification").GetDecimal().ShouldBe(-0.3m);
        unit.GetProperty("score").GetDecimal().ShouldBe(99.7m);
    }
}
