using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaign.Scoring.Yaml;
using Campaign.Web;
using static Campaign.Scoring.IntegrationTests.YamlCalls;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>What is wrong with a policy in YAML is told as for JSON, and where in the text it stands.</summary>
public sealed class YamlRefusalTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Every_defect_is_told_with_its_line_and_by_adopting_the_same()
    {
        const string street = "990101046";
        using var office = fixture.Client(Role.StreetOffice, street);
        using var linted = await office.PostAsync($"/api/streets/{street}/policies/lint", Body(Unsound));
        var defects = (await linted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("defects");
        defects.EnumerateArray().Select(Place).ShouldBe([("/evaluationWeight", 3, 1), ("/items/0/metric", 9, 5), ("/items", 5, 1)]);
        defects[0].GetProperty("detail").GetString().ShouldBe("第3行第1列：日常检查与综合评议的权重之和须为 1，现为 0.9。");

        var refused = await Refused(
            await office.PutAsync(PathOf(street, "2024-01"), Body(Unsound)), HttpStatusCode.UnprocessableEntity, "request-invalid");
        refused.GetProperty("errors").ToString().ShouldBe(defects.ToString());
        office.DefaultRequestHeaders.Add("Accept", "application/yaml");
        (await (await office.PutAsync(PathOf(street, "2024-01"), Body(Unsound))).Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("errors").ToString().ShouldBe(defects.ToString(), "whatever is asked for in return");
    }

    [Theory]
    [InlineData("dailyWeight: 0.75\nevaluationWeight 0.25\n", "yaml-invalid", "", 2, 1)]
    [InlineData("name: a\nname: b\n", "field-twice", "/name", 2, 1)]
    [InlineData("name: &n a\n", "yaml-anchor", "/name", 1, 7)]
    [InlineData("dailyWeight: 1\nitems:\n  - id: a\n    name: 2024\n", "json-invalid", "/items/0/name", 4, 5)]
    [InlineData("dailyWeight: yes\n", "json-invalid", "/dailyWeight", 1, 1)]
    [InlineData("adjustments:\n  - daily weight: 1\n", "field-unknown", "/adjustments/0/daily weight", 2, 5)]
    [InlineData("名称: 甲\n", "field-unknown", "/名称", 1, 1)]
    public async Task What_cannot_be_read_is_told_where(string yaml, string rule, string pointer, int line, int column)
    {
        const string street = "990101047";
        using var office = fixture.Client(Role.StreetOffice, street);
        var problem = await Refused(await office.PutAsync(PathOf(street, "2024-01"), Body(yaml)), HttpStatusCode.BadRequest, rule);
        Place(problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem()).ShouldBe((pointer, line, column));
        problem.GetProperty("detail").GetString()!.ShouldStartWith($"第{line}行第{column}列：");
    }

    [Fact]
    public async Task In_JSON_nothing_has_a_line()
    {
        const string street = "990101047";
        using var office = fixture.Client(Role.StreetOffice, street);
        var problem = await Refused(
            await office.PutAsJsonAsync(PathOf(street, "2024-01"), new { dailyWeight = 2 }), HttpStatusCode.UnprocessableEntity,
            "request-invalid");
        problem.GetProperty("errors")[0].TryGetProperty("line", out _).ShouldBeFalse();
        problem.GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldStartWith("日常检查");
    }

    [Fact]
    public async Task Size_type_and_caller_are_asked_before_the_text()
    {
        const string street = "990101048";
        using var office = fixture.Client(Role.StreetOffice, street);
        var path = PathOf(street, "2024-01");
        var sample = SamplePolicy.Text("jinniushan", "yaml");
        var longest = $"{sample}#{new string('x', YamlBodies.Limit - Encoding.UTF8.GetByteCount(sample) - 1)}";

        (await office.PutAsync(path, Body(longest))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(await office.PutAsync(path, Body(longest + "x")), HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        using var endless = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(longest + "x")));
        endless.Headers.ContentType = new("application/yaml");
        using var chunked =
            new HttpRequestMessage(HttpMethod.Put, path) { Content = endless, Headers = { TransferEncodingChunked = true } };
        await Refused(await office.SendAsync(chunked), HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        await Refused(
            await office.PutAsync(path, Body("a: 1", "text/plain")), HttpStatusCode.UnsupportedMediaType, "media-type-unsupported");
        await Refused(await office.PutAsync(path, Body("")), HttpStatusCode.BadRequest, "yaml-empty");
        using var leader = fixture.Client(Role.Leader, street);
        (await leader.PutAsync(path, Body("a: &x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
