using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class ValidationTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task Every_broken_field_is_named_with_its_rule_in_Chinese()
    {
        using var inspector = fixture.Client(Role.Inspector, "990101051");

        using var answer = await inspector.PostAsJsonAsync("/api/streets/990101051/findings", new
        {
            category = "",
            description = "垃圾桶旁暴露生活垃圾",
            place = new { longitude = 500, latitude = 33.6 },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray()
            .Select(e => (e.GetProperty("pointer").GetString(), e.GetProperty("rule").GetString(), e.GetProperty("detail").GetString()));
        errors.ShouldBe(
        [
            ("/category", "not-empty", "'category' 不能为空。"),
            ("/place/longitude", "inclusive-between", "'longitude' 必须在 -180 (包含)和 180 (包含)之间， 您输入了 500。"),
        ]);
    }

    [Fact]
    public async Task A_character_that_no_database_keeps_is_refused_wherever_it_comes_in()
    {
        var street = await TestStreet.Create(fixture, "990101052");

        using var recorded = await street.Post(
            "findings", new { category = "0110", description = "垃圾\0桶", place = new { address = "金牛山路" } });
        await recorded.ShouldBeProblem(HttpStatusCode.BadRequest, "character-invalid", "/description");
        using var half = new StringContent(
            """{ "category": "0110", "description": "店\ud83d铺", "place": { "address": "金牛山路" } }""", Encoding.UTF8, "application/json");
        using var halved = await street.Inspector.PostAsync(street.Path("findings"), half);
        await halved.ShouldBeProblem(HttpStatusCode.BadRequest, "character-invalid", "/description");
        using var searched = await street.Office.GetAsync(street.Path("findings?text=%00"));
        await searched.ShouldBeProblem(HttpStatusCode.BadRequest, "character-invalid");
    }

    [Fact]
    public async Task Of_very_many_errors_the_first_are_named_and_the_rest_is_not_looked_for()
    {
        using var office = fixture.Client(Role.StreetOffice, "990101054");
        var cases = Enumerable.Range(0, 30_000).Select(_ => new { id = "", category = "", timeline = Array.Empty<object>() });

        using var answer = await office.PostAsJsonAsync("/api/streets/990101054/history-imports", new { cases });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var body = await answer.Content.ReadAsStringAsync();
        Encoding.UTF8.GetByteCount(body).ShouldBeLessThan(64 * 1024);
        using var problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("errors").GetArrayLength().ShouldBe(100);
        problem.RootElement.GetProperty("detail").GetString().ShouldBe("请求中有 100 多处不符合要求，此处列出前 100 处。");
    }

    [Fact]
    public async Task Who_records_beside_one_that_sends_such_a_character_is_not_refused_with_him()
    {
        var street = await TestStreet.Create(fixture, "990101053");

        // So many at once are looked up together.
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            street.Post(
                "findings", new { category = i % 4 == 0 ? "01\010" : "0110", description = "垃圾", place = new { address = $"金牛山路{i}号" } })));

        answers.Select(answer => answer.StatusCode).ShouldBe(
            Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.Created));
    }
}
