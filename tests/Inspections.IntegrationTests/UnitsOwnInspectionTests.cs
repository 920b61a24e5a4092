using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>自查 by a unit, beside what the street scores; and the list of inspections as people ask for it.</summary>
public sealed class UnitsOwnInspectionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateOnly Today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_unit_checks_itself_and_no_figure_counts_it()
    {
        var street = await TestStreet.Create(fixture, "990101951");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        Task<HttpResponseMessage> Start(string kind, string subject, string? by) => street.Post(
            "inspections", new { subject, sheet = "sheet-1", kind, by }, officer);

        using var own = await Start("自查", TestStreet.Unit, null);
        own.StatusCode.ShouldBe(HttpStatusCode.Created, await own.Content.ReadAsStringAsync());
        using var cross = await Start("交叉检查", TestStreet.AnotherUnit, TestStreet.Unit);
        cross.StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Start("日常检查", TestStreet.Unit, null)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-your-inspection");
        await (await Start("自查", TestStreet.AnotherUnit, null)).ShouldBeProblem(HttpStatusCode.Forbidden, "not-your-inspection");

        var id = (await cross.Json()).GetProperty("id").GetGuid();
        (await officer.PutAsync(street.Path($"inspections/{id}/items/1"), TestStreet.Body(new { deduction = 6, reason = "堆物" })))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Post($"inspections/{id}/confirmation", new { }, officer)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var row = await street.Get($"inspections/{id}");
        (row.GetProperty("byUnit").GetBoolean(), row.GetProperty("score").GetDecimal(), row.GetProperty("status").GetString())
            .ShouldBe((true, 94, "Confirmed"));
        var ratio = await street.Get($"inspections/covert-ratio?from={Today:yyyy-MM-dd}&until={Today:yyyy-MM-dd}");
        ratio.GetProperty("visits").GetInt32().ShouldBe(0);
        (await street.Get("inspections?byUnit=true", officer)).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await street.Get("inspections?byUnit=false")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var stranger = fixture.Client(Role.UnitOfficer, street.Code, "U098");
        (await stranger.GetAsync(street.Path($"inspections/{id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_comes_latest_first_by_several_states_and_by_who_scores()
    {
        var street = await TestStreet.Create(fixture, "990101952");
        using var another = fixture.Client(Role.Inspector, street.Code);
        async Task<Guid> Start(int daysAgo, HttpClient? by = null)
        {
            using var answer = await street.Post(
                "inspections",
                new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查", date = $"{Today.AddDays(-daysAgo):yyyy-MM-dd}" }, by);
            return (await answer.Json()).GetProperty("id").GetGuid();
        }
        Guid[] ids = [await Start(3), await Start(2), await Start(1)];
        (await street.Post($"inspections/{ids[1]}/submission", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Post($"inspections/{ids[2]}/confirmation", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<Guid[]> Listed(string query)
        {
            var found = new List<Guid>();
            for (var next = $"inspections?{query}&limit=2"; next is not null;)
            {
                var page = await street.Get(next);
                found.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
                next = page.TryGetProperty("next", out var after) ? $"inspections?{query}&limit=2&after={after.GetString()}" : null;
            }
            return [.. found];
        }
        (await Listed("sort=-date")).ShouldBe([ids[2], ids[1], ids[0]]);
        (await Listed("sort=date")).ShouldBe(ids);
        (await Listed("sort=-date&status=Started&status=Submitted")).ShouldBe([ids[1], ids[0]]);
        var by = (await street.Get($"inspections/{ids[0]}")).GetProperty("startedBy").GetString();
        (await Listed($"startedBy={by}")).ShouldBe(ids);
        (await Listed("startedBy=nobody")).ShouldBeEmpty();
        using var wrong = await street.Office.GetAsync(street.Path("inspections?sort=subject"));
        await wrong.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "inspection-sort-unknown");
    }

    [Fact]
    public async Task Many_are_verified_at_once_and_each_is_answered_for_itself()
    {
        var street = await TestStreet.Create(fixture, "990101953");
        var (before, after) = (await street.Upload("前"), await street.Upload("后"));
        Guid[] ids = [await street.Record(null, before), await street.Record(null, before), await street.Record(null, before)];
        foreach (var id in ids[..2]) await Offline.SyncAnswers.Reported(fixture.Host, street.Code, id, after);

        object Row(Guid finding, object verification, long? version = null) => new { finding, verification, version };
        using var answer = await street.Post("findings/verifications", new
        {
            items = new[]
            {
                Row(ids[0], new { result = "Passed" }), Row(ids[1], new { result = "Failed", reason = "仍有残留" }, version: 1),
                Row(ids[1], new { result = "Failed", reason = "仍有残留" }), Row(ids[2], new { result = "Passed" }),
                Row(ids[2], new { result = "Passed", photos = new[] { new string('c', 64) } }),
            },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await answer.Json()).EnumerateArray().Select(row => row.TryGetProperty("rule", out var rule) ? rule.GetString() : null)
            .ShouldBe([null, "version-stale", null, "rectification-not-reported", "evidence-unknown"]);
        foreach (var (id, status) in ids.Zip(["StruckOff", "Accepted", "Recorded"]))
            (await street.Get($"findings/{id}")).GetProperty("status").GetString().ShouldBe(status);
        using var reasonless = await street.Post(
            "findings/verifications", new { items = new[] { Row(ids[1], new { result = "Failed" }) } });
        await reasonless.ShouldBeProblem(
            HttpStatusCode.UnprocessableEntity, "request-invalid", "/items/0/verification/reason");
    }
}
