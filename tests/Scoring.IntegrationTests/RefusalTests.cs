using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

public sealed class RefusalTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Street = "990101011";
    private static readonly object Policy = new { dailyWeight = 1, evaluationWeight = 0, adjustments = Array.Empty<object>() };

    [Theory]
    [InlineData("GET", "/months/2024-13")]
    [InlineData("GET", "/scorecards/U001/september")]
    [InlineData("PUT", "/policies/2024-9")]
    [InlineData("POST", "/months/202409/closing")]
    [InlineData("POST", "/months/24-09/publication")]
    public async Task A_month_that_does_not_exist_is_refused(string method, string path) =>
        await Refused(await Send(method, path, method == "PUT" ? Policy : new { }), HttpStatusCode.UnprocessableEntity, "month-invalid");

    [Fact]
    public async Task Without_a_policy_there_are_no_figures()
    {
        await Refused(await Send("GET", "/months/2001-01"), HttpStatusCode.Conflict, "no-policy");
        await Refused(await Send("POST", "/months/2001-01/closing", new { }), HttpStatusCode.Conflict, "no-policy");
        await Refused(await Send("GET", "/policies/2001-01"), HttpStatusCode.NotFound, "no-policy");
    }

    [Fact]
    public async Task A_month_is_closed_after_its_end_and_published_after_its_closing()
    {
        (await Send("PUT", "/policies/2098-01", Policy)).EnsureSuccessStatusCode();
        await Refused(await Send("POST", "/months/2099-12/closing", new { }), HttpStatusCode.Conflict, "month-not-over");
        await Refused(await Send("POST", "/months/2099-12/publication", new { }), HttpStatusCode.Conflict, "month-not-closed");
    }

    [Theory]
    [InlineData("/commendations/1")]
    [InlineData("/vetoes/1")]
    public async Task Somebody_who_is_not_scored_is_neither_commended_nor_vetoed(string path)
    {
        object body = path.StartsWith("/veto", StringComparison.Ordinal)
            ? new { subject = "X", scope = "halfYear", month = "2024-09", reason = "媒体曝光" }
            : new { subject = "X", date = "2024-09-15", reason = "通报表扬" };
        var problem = await Refused(await Send("PUT", path, body), HttpStatusCode.UnprocessableEntity, "subject-unknown");
        problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe("/subject");
    }

    [Fact]
    public async Task An_unsound_policy_is_told_where()
    {
        var answer = await Send("PUT", "/policies/2024-01", new
        {
            dailyWeight = "0.75",
            evaluationWeight = 0.2,
            adjustments = new[] { new { kind = "weather", points = -1, capPerMonth = 5 } },
        });
        var problem = await Refused(answer, HttpStatusCode.UnprocessableEntity, "request-invalid");
        problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString())
            .ShouldBe(["/evaluationWeight", "/adjustments/0/kind"]);
    }

    [Fact]
    public async Task A_closed_month_keeps_its_policy()
    {
        const string street = "990101012";
        (await Send("PUT", "/policies/2024-01", Policy, street)).EnsureSuccessStatusCode();
        (await Send("POST", "/months/2024-03/closing", new { }, street)).EnsureSuccessStatusCode();
        var other = new { dailyWeight = 0.5, evaluationWeight = 0.5, adjustments = Array.Empty<object>() };

        await Refused(await Send("PUT", "/policies/2024-02", other, street), HttpStatusCode.Conflict, "month-closed");
        (await Send("PUT", "/policies/2024-01", Policy, street)).Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await Send("PUT", "/policies/2024-04", other, street)).Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task A_subject_without_a_scorecard_and_a_bulletin_that_was_not_published_are_not_found()
    {
        (await Send("PUT", "/policies/2097-01", Policy)).EnsureSuccessStatusCode();
        await Refused(await Send("GET", "/scorecards/X/2097-01"), HttpStatusCode.NotFound, "scorecard-not-found");
        await Refused(await Send("GET", "/bulletins/2024/99"), HttpStatusCode.NotFound, "bulletin-not-found");
    }

    [Fact]
    public async Task A_unit_officer_reads_the_scorecards_of_his_units_only()
    {
        const string street = "990101013";
        using var month = new StreetMonth(fixture, street);
        await month.Publish([
            new UnitRegistered(street, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null),
            new UnitRegistered(street, "B", 1, "河滨社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Testing.Eventually.Holds(async () => (await month.Get("/subjects")).GetProperty("items").GetArrayLength() == 2);
        await month.Put("/policies/2024-01", Policy);
        using var officer = fixture.Client(Role.UnitOfficer, street, unit: "A");

        (await officer.GetAsync($"{month.Path}/scorecards/A/2024-09")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync($"{month.Path}/scorecards/B/2024-09")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Send(string method, string path, object? body = null, string street = Street)
    {
        using var client = fixture.Client(Role.StreetOffice, street);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/streets/{street}{path}");
        if (method != "GET") request.Content = JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> Refused(HttpResponseMessage answer, HttpStatusCode status, string rule)
    {
        answer.StatusCode.ShouldBe(status);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("type").GetString().ShouldBe($"urn:campaign:problem:{rule}");
        return problem;
    }
}
