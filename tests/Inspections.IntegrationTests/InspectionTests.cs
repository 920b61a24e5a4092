using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class InspectionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_visit_is_filled_corrected_confirmed_and_told_to_the_others()
    {
        var street = await TestStreet.Create(fixture, "990101601");
        await using var heard = await FactsHeard.Listen(fixture);

        using var started = await street.Post(
            "inspections", Visit(new { no = 1, notApplicable = false, deduction = "7.5", reason = "楼道堆物" }));
        started.StatusCode.ShouldBe(HttpStatusCode.Created, await started.Content.ReadAsStringAsync());
        (await started.Json()).GetProperty("score").GetDecimal().ShouldBe(92.5m);
        var id = (await started.Json()).GetProperty("id").GetGuid();

        using var corrected = await street.Inspector.PutAsync(
            street.Path($"inspections/{id}/items"),
            TestStreet.Body(new { items = new[] { new { no = 2, notApplicable = true, deduction = 0, reason = "" } } }));
        (await corrected.Json()).GetProperty("score").GetDecimal().ShouldBe(100m);
        using var submitted = await street.Post($"inspections/{id}/submission", new { });
        using var confirmed = await street.Post($"inspections/{id}/confirmation", new { });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());

        var fact = (await Eventually.Becomes(() => Task.FromResult(heard.Of<InspectionScored>(id).ToList()), facts => facts.Count == 1))[0];
        fact.ShouldSatisfyAllConditions(
            f => f.Score.ShouldBe(100m), f => f.Kind.ShouldBe("日常检查"), f => f.Subject.ShouldBe(TestStreet.Unit),
            f => f.Date.ShouldBe(new DateOnly(2024, 9, 8)));
        await Eventually.Becomes(() => Task.FromResult(heard.Counts()[id]), count => count == 3);
        heard.Of<InspectionStarted>(id).Single().ShouldSatisfyAllConditions(
            f => f.Kind.ShouldBe("日常检查"), f => f.Subject.ShouldBe(TestStreet.Unit), f => f.Date.ShouldBe(new DateOnly(2024, 9, 8)));
        heard.Of<InspectionSubmitted>(id).ShouldHaveSingleItem();
        using var late = await street.Inspector.PutAsync(
            street.Path($"inspections/{id}/items"), TestStreet.Body(new { items = Array.Empty<object>() }));
        await late.ShouldBeProblem(HttpStatusCode.Conflict, "inspection-confirmed");
        (await street.Get("inspections?status=Confirmed")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_deduction_becomes_one_case_however_often_it_is_asked_for()
    {
        var street = await TestStreet.Create(fixture, "990101602");
        using var started = await street.Post("inspections", Visit(new { no = 1, notApplicable = false, deduction = 2, reason = "楼道堆物" }));
        var id = (await started.Json()).GetProperty("id").GetGuid();
        var asked = new { category = "0110", place = new { address = "广场社区3号楼" } };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(async _ => await (await street.Post($"inspections/{id}/items/1/finding", asked)).Json()));

        answers.Select(a => a.GetProperty("caseNumber").GetString()).Distinct().Count().ShouldBe(1);
        var finding = await street.Get($"findings/{answers[0].GetProperty("id").GetGuid()}");
        finding.GetProperty("description").GetString().ShouldBe("楼道堆物");
        finding.GetProperty("inspectionId").GetGuid().ShouldBe(id);
        using var stale = await street.Post($"inspections/{id}/items/1/finding", asked, ifMatch: 1);
        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");
        using var nothing = await street.Post($"inspections/{id}/items/2/finding", asked);
        await nothing.ShouldBeProblem(HttpStatusCode.Conflict, "nothing-deducted");
    }

    [Fact]
    public async Task What_the_sheet_does_not_allow_is_pointed_at()
    {
        var street = await TestStreet.Create(fixture, "990101603");
        async Task Refused(object visit, string rule, string pointer)
        {
            using var answer = await street.Post("inspections", visit);
            await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule, pointer);
        }

        await Refused(
            Visit(new { no = 1, notApplicable = false, deduction = 61, reason = "脏" }), "deduction-exceeds-maximum", "/items/0/deduction");
        await Refused(new { subject = "U999", sheet = "sheet-1", kind = "日常检查" }, "unit-unknown", "/subject");
        await Refused(new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "抽查" }, "request-invalid", "/kind");
        await Refused(new { subject = TestStreet.Unit, sheet = "sheet-1", sheetVersion = 9, kind = "日常检查" }, "sheet-unknown", "/sheet");
        await Refused(
            new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查", items = new object?[] { null } },
            "request-invalid", "/items/0");
    }

    [Fact]
    public async Task An_inspection_keeps_the_version_of_the_sheet_that_it_used()
    {
        var street = await TestStreet.Create(fixture, "990101604");
        using var started = await street.Post("inspections", Visit());
        var changed = new { category = "居委会", items = new[] { new { no = 1, text = "环境卫生", max = 100 } } };

        using var second = await street.Office.PutAsync(street.Path("sheets/sheet-1"), TestStreet.Body(changed));
        using var same = await street.Office.PutAsync(street.Path("sheets/sheet-1"), TestStreet.Body(changed));

        (await second.Json()).GetProperty("version").GetInt32().ShouldBe(2);
        (await same.Json()).GetProperty("version").GetInt32().ShouldBe(2);
        (await street.Get("sheets/sheet-1?version=1")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await street.Get("sheets")).GetProperty("items")[0].GetProperty("version").GetInt32().ShouldBe(2);
        var id = (await started.Json()).GetProperty("id").GetGuid();
        (await street.Get($"inspections/{id}")).GetProperty("sheetVersion").GetInt32().ShouldBe(1);
    }

    private static object Visit(params object[] items) =>
        new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查", date = "2024-09-08", items };
}
