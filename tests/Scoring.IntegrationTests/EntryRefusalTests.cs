using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

public sealed class EntryRefusalTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Street = "990101031";

    [Theory]
    [InlineData("""{ "subject": "X", "month": "2024-09", "item": "archive", "value": 1, "reason": "缺" }""", "subject-unknown", "/subject")]
    [InlineData("""{ "subject": "A", "month": "2024-09", "item": "daily", "value": 1, "reason": "缺" }""", "manual-item-unknown", "/item")]
    [InlineData("""{ "subject": "A", "month": "2024-9", "item": "archive", "value": 1, "reason": "缺" }""", "month-invalid", "/month")]
    [InlineData(
        """{ "subject": "A", "month": "2024-09", "item": "archive", "value": 0.00001, "reason": "缺" }""", "scale-precision", "/value")]
    [InlineData(
        """{ "subject": "A", "month": "2024-09", "item": "archive", "value": 1, "reason": "缺", "date": "2024-10-01" }""",
        "date-outside-month", "/date")]
    [InlineData(
        """{ "subject": "A", "month": "2024-09", "item": "archive", "value": 1, "reason": "缺", "evidence": ["x"] }""",
        "evidence-invalid", "/evidence/0")]
    public async Task An_entry_that_nothing_could_be_made_of_is_told_where(string entry, string rule, string pointer)
    {
        using var street = await Known();
        using var answer = await Send("/manual-entries/1", entry);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        (error.GetProperty("rule").GetString(), error.GetProperty("pointer").GetString()).ShouldBe((rule, pointer));
    }

    [Fact]
    public async Task A_profile_is_of_somebody_who_is_ranked_and_has_a_size()
    {
        using var street = await Known();
        using var nobody = await Send("/subjects/X/profile", """{ "areaKm2": 1 }""");
        using var nothing = await Send("/subjects/A/profile", """{ "areaKm2": 0 }""");

        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<StreetMonth> Known()
    {
        var street = new StreetMonth(fixture, Street);
        await street.Publish([new UnitRegistered(Street, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Testing.Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 1);
        await street.Put("/policies/2024-01", SamplePolicy.Called("every-rule"));
        return street;
    }

    private async Task<HttpResponseMessage> Send(string path, string json)
    {
        using var client = fixture.Client(Role.StreetOffice, Street);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await client.PutAsync($"/api/streets/{Street}{path}", content);
    }
}
