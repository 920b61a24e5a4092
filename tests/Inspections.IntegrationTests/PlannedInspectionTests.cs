using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class PlannedInspectionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateOnly Today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_visit_is_planned_started_scored_item_by_item_submitted_and_confirmed()
    {
        var street = await TestStreet.Create(fixture, "990101631");
        using (var ruled = await ScoreSheetImportTests.Import(
            street, "code=ruled&category=居委会", ["一", 1, "公厕", 5, "每处扣0.5分，扣完为止", null], [null, 2, "制度", 15, "不达标不得分", "否"]))
            ruled.StatusCode.ShouldBe(HttpStatusCode.OK, await ruled.Content.ReadAsStringAsync());
        using var planned = await street.Post("inspections/schedule", Plan("日常检查"), street.Office);
        planned.StatusCode.ShouldBe(HttpStatusCode.Created, await planned.Content.ReadAsStringAsync());
        var visit = $"inspections/{(await planned.Json()).GetProperty("id").GetGuid()}";
        (await street.Get("inspections?inspector=inspector-1&status=Planned")).GetProperty("items").GetArrayLength().ShouldBe(1);
        using (var early = await Put(street, $"{visit}/items/1", new { count = 1, reason = "脏" }))
            await early.ShouldBeProblem(HttpStatusCode.Conflict, "inspection-not-started");

        await Taken(street.Post($"{visit}/start", new { }));
        // A sheet issued meanwhile is not the one that the visit keeps.
        await Taken(
            ScoreSheetImportTests.Import(
                street, "code=ruled&category=居委会", ["一", 1, "公厕", 5, null, null], [null, 2, "制度", 15, null, null]));
        (await Taken(Put(street, $"{visit}/items/1", new { count = 3, reason = "脏" }))).GetProperty("score").GetDecimal().ShouldBe(92.5m);
        using (var off = await Put(street, $"{visit}/items/2", new { deduction = 4, reason = "缺制度" }))
            await off.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "deduction-off-rule", "/deduction");
        using (var none = await Put(street, $"{visit}/items/9", new { }))
            await none.ShouldBeProblem(HttpStatusCode.NotFound, "item-unknown");
        await Taken(street.Post($"{visit}/submission", new { }));
        (await street.Get(visit)).GetProperty("status").GetString().ShouldBe("Submitted");
        (await Taken(Put(street, $"{visit}/items/2", new { count = 1, reason = "缺制度" }))).GetProperty("score").GetDecimal().ShouldBe(17.5m);
        await Taken(street.Post($"{visit}/confirmation", new { }, street.Office));

        var row = await street.Get(visit);
        (row.GetProperty("status").GetString(), row.GetProperty("score").GetDecimal(), row.GetProperty("sheetVersion").GetInt32())
            .ShouldBe(("Confirmed", 17.5m, 1));
        row.GetProperty("items").EnumerateArray().Select(
            item => (item.GetProperty("no").GetInt32(), item.GetProperty("deduction").GetDecimal(), item.GetProperty("count").GetInt32()))
            .ShouldBe([(1, 1.5m, 3), (2, 15m, 1)]);
    }

    [Fact]
    public async Task A_covert_visit_is_not_announced()
    {
        var street = await TestStreet.Create(fixture, "990101632");
        await using var heard = await FactsHeard.Listen(fixture);
        using var unit = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var leader = fixture.Client(Role.Leader, street.Code);
        using var planned = await street.Post("inspections/schedule", Plan("暗访", "sheet-1"), street.Office);
        var id = (await planned.Json()).GetProperty("id").GetGuid();
        var visit = $"inspections/{id}";

        foreach (var stranger in new[] { unit, leader })
        {
            (await street.Get("inspections", stranger)).GetProperty("items").GetArrayLength().ShouldBe(0);
            using var hidden = await stranger.GetAsync(street.Path(visit));
            await hidden.ShouldBeProblem(HttpStatusCode.NotFound, "inspection-not-found");
        }
        (await street.Get(visit, street.Inspector)).GetProperty("kind").GetString().ShouldBe("暗访");

        await Taken(street.Post($"{visit}/start", new { }));
        (await street.Get("inspections", unit)).GetProperty("items").GetArrayLength().ShouldBe(1);
        await heard.HasOneOfEach([id]);
        heard.Of<InspectionStarted>(id).Single().Date.ShouldBe(Today);
    }

    [Fact]
    public async Task A_plan_is_changed_and_cancelled()
    {
        var street = await TestStreet.Create(fixture, "990101633");
        using var planned = await street.Post("inspections/schedule", Plan("交叉检查", "sheet-1", TestStreet.AnotherUnit), street.Office);
        var visit = $"inspections/{(await planned.Json()).GetProperty("id").GetGuid()}";

        using var moved = await street.Office.PutAsync(
            street.Path($"{visit}/schedule"), TestStreet.Body(Plan("交叉检查", "sheet-1", TestStreet.AnotherUnit, Today.AddDays(9))));
        moved.StatusCode.ShouldBe(HttpStatusCode.OK, await moved.Content.ReadAsStringAsync());
        (await street.Get(visit)).GetProperty("plannedUntil").GetString().ShouldBe($"{Today.AddDays(9):yyyy-MM-dd}");
        await Taken(street.Post($"{visit}/cancellation", new { reason = "下雨" }, street.Office));
        using var late = await street.Post($"{visit}/start", new { });
        await late.ShouldBeProblem(HttpStatusCode.Conflict, "inspection-cancelled");

        using var alone = await street.Post("inspections/schedule", Plan("交叉检查", "sheet-1"), street.Office);
        await alone.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "inspecting-unit-missing", "/by");
        using var unknown = await street.Post("inspections/schedule", Plan("交叉检查", "sheet-1", "U999"), street.Office);
        await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "unit-unknown", "/by");
    }

    private static object Plan(string kind, string sheet = "ruled", string? by = null, DateOnly? until = null) => new
    {
        subject = TestStreet.Unit,
        kind,
        from = Today,
        until = until ?? Today.AddDays(6),
        sheet,
        inspector = "inspector-1",
        by,
        venue = new { type = "公厕", name = "东门公厕" },
    };

    private static Task<HttpResponseMessage> Put(TestStreet street, string path, object body) =>
        street.Inspector.PutAsync(street.Path(path), TestStreet.Body(body));

    private static async Task<JsonElement> Taken(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }
}
