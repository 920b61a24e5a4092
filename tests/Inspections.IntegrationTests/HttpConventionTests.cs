using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

public sealed class HttpConventionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task Who_saw_an_older_version_is_told_so()
    {
        var street = await TestStreet.Create(fixture, "990101403");
        var id = await street.Record();
        using var seen = await street.Office.GetAsync(street.Path($"findings/{id}"));
        seen.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var stale = await street.Post($"findings/{id}/void", new { reason = "误报" }, street.Office, ifMatch: 7);
        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");
        using var current = await street.Post($"findings/{id}/void", new { reason = "误报" }, street.Office, ifMatch: 1);
        current.StatusCode.ShouldBe(HttpStatusCode.OK);
        current.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task What_cannot_be_read_or_does_not_fit_is_pointed_at()
    {
        var street = await TestStreet.Create(fixture, "990101404");
        async Task Refused(string body, HttpStatusCode status, string rule, string pointer)
        {
            using var answer = await street.Post("findings", body);
            await answer.ShouldBeProblem(status, rule, pointer);
        }

        await Refused(
            """{"category":"0110","description":"垃圾","place":{"adress":"人民路"}}""", HttpStatusCode.BadRequest, "field-unknown",
            "/place/adress");
        await Refused(
            """{"category":"0110","description":"垃圾","place":{"longitude":"东"}}""", HttpStatusCode.BadRequest, "json-invalid",
            "/place/longitude");
        await Refused(
            """{"category":"0110","description":"垃圾","place":{"longitude":200,"latitude":30}}""", HttpStatusCode.UnprocessableEntity,
            "request-invalid", "/place/longitude");
        await Refused(
            """{"category":"9999","description":"垃圾","place":{"address":"人民路"}}""", HttpStatusCode.UnprocessableEntity,
            "category-unknown", "/category");
        await Refused(
            $$"""{"category":"0110","description":"垃圾","place":{"address":"人民路"},"photos":["{{new string('d', 64)}}"]}""",
            HttpStatusCode.UnprocessableEntity, "evidence-unknown", "/photos/0");
    }

    [Fact]
    public async Task Nothing_is_written_for_a_street_that_does_not_take_part()
    {
        using var client = fixture.Client(Role.Inspector, "990101499");
        using var answer = await client.PostAsync("/api/streets/990101499/findings", TestStreet.Body(TestStreet.Finding()));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "street-unknown");
    }

    [Fact]
    public async Task A_long_ledger_comes_in_pages()
    {
        var street = await TestStreet.Create(fixture, "990101405");
        for (var i = 0; i < 5; i++) await street.Record();

        var seen = new List<string>();
        string? path = street.Path("findings?limit=2");
        while (path is not null)
        {
            using var answer = await street.Office.GetAsync(path);
            seen.AddRange(
                (await answer.Json()).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("caseNumber").GetString()!));
            path = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.Order(StringComparer.Ordinal));
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_unit_officer_sees_what_his_unit_leads_or_helps_with()
    {
        var street = await TestStreet.Create(fixture, "990101406");
        var (led, helped, others) = (await street.Record(), await street.Record(), await street.Record());
        await Route(street, led, "U013", []);
        await Route(street, helped, "U010", ["U013"]);
        await Route(street, others, "U010", []);
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, "U013");

        var list = await officer.GetFromJsonAsync<JsonElement>(street.Path("findings"));
        list.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("id").GetGuid()).ShouldBe([led, helped]);
        using var denied = await officer.GetAsync(street.Path($"findings/{others}"));
        await denied.ShouldBeProblem(HttpStatusCode.NotFound, "finding-not-found");
        (await officer.GetAsync(street.Path($"findings/{others}/history"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Route(TestStreet street, Guid id, string unit, string[] cooperating)
    {
        var now = TimeProvider.System.GetUtcNow();
        await fixture.Bus.Publish(
            new RectificationAssigned(street.Code, id, 1, Guid.CreateVersion7(), 1, unit, cooperating, null, now.AddDays(1), now), default);
        await Eventually.Holds(async () => (await street.Get($"findings/{id}")).GetProperty("status").GetString() == "Routed");
    }
}
