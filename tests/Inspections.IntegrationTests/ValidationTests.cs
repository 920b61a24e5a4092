using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.ServiceDefaults.Identity;

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
}
