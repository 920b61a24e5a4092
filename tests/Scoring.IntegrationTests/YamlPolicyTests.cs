using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using static Campaign.Scoring.IntegrationTests.YamlCalls;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>Policies as YAML: wherever JSON is taken, refused for the same rules, and read back to be edited.</summary>
public sealed class YamlPolicyTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Theory]
    [InlineData("jinniushan", "application/yaml", "990101041")]
    [InlineData("jinniushan", "application/x-yaml; charset=utf-8", "990101042")]
    [InlineData("weekly-grades", "text/yaml", "990101043")]
    public async Task A_policy_in_YAML_is_the_one_in_JSON(string name, string type, string street)
    {
        using var office = fixture.Client(Role.StreetOffice, street);
        using var adopted = await office.PutAsync(PathOf(street, "2024-01"), Body(SamplePolicy.Text(name, "yaml"), type));
        adopted.StatusCode.ShouldBe(HttpStatusCode.OK);
        adopted.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var again = await office.PutAsJsonAsync(PathOf(street, "2024-01"), SamplePolicy.Called(name));
        again.Headers.ETag!.Tag.ShouldBe("\"1\"", "the same content is nothing new");
        var read = JsonNode.Parse(await office.GetStringAsync(PathOf(street, "2024-09")))!.AsObject();
        read["month"]!.GetValue<string>().ShouldBe("2024-01");
    }

    [Fact]
    public async Task What_is_read_as_YAML_can_be_edited_and_put_back()
    {
        const string street = "990101044";
        using var office = fixture.Client(Role.StreetOffice, street);
        (await office.PutAsJsonAsync(PathOf(street, "2024-01"), SamplePolicy.Called("every-rule"))).EnsureSuccessStatusCode();

        var yaml = await ReadAsYaml(office, PathOf(street, "2024-09"));
        yaml.ShouldStartWith("# 考评办法，自 2024-01 起施行\n");
        yaml.ShouldContain("\n  - points: 94\n    months: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]\n");
        using var same = await office.PutAsync(PathOf(street, "2024-01"), Body(yaml));
        same.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var edited = await office.PutAsync(
            PathOf(street, "2024-01"), Body(yaml.Replace("capPerMonth: 2", "capPerMonth: 2.5", StringComparison.Ordinal)));
        edited.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await office.GetFromJsonAsync<JsonElement>(PathOf(street, "2024-09"))).GetProperty("adjustments")[0].GetProperty("capPerMonth")
            .GetRawText().ShouldBe("2.5");
    }

    [Theory]
    [InlineData("application/yaml", true)]
    [InlineData("text/yaml", true)]
    [InlineData("application/yaml, */*", true)]
    [InlineData("application/json;q=0.5, application/yaml;q=0.9", true)]
    [InlineData("application/json, application/yaml;q=0.9", false)]
    [InlineData("application/json, application/yaml", false)]
    [InlineData("application/yaml;q=0.1, */*", false)]
    [InlineData("application/yaml;q=0", false)]
    [InlineData("*/*", false)]
    [InlineData("application/json", false)]
    public async Task YAML_is_for_whom_it_is_the_first_choice(string accept, bool yaml)
    {
        const string street = "990101045";
        using var office = fixture.Client(Role.StreetOffice, street);
        (await office.PutAsJsonAsync(PathOf(street, "2024-01"), SamplePolicy.Called("jinniushan"))).EnsureSuccessStatusCode();
        office.DefaultRequestHeaders.Add("Accept", accept);
        using var answer = await office.GetAsync(PathOf(street, "2024-01"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(yaml ? "application/yaml" : "application/json");
        answer.Headers.Vary.ShouldBe(["Accept"]);
    }

    [Fact]
    public async Task A_trial_in_YAML_comes_to_the_same_and_a_key_stands_for_its_text()
    {
        using var month = new StreetMonth(fixture, "990101049");
        await month.Happens();
        using var office = fixture.Client(Role.StreetOffice, "990101049");
        var path = $"{month.Path}/policies/what-if?month={month.File.Month}";
        var yaml = SamplePolicy.Text("jinniushan", "yaml");
        var expected = (await month.Post($"/policies/what-if?month={month.File.Month}", SamplePolicy.Called("jinniushan"))).ToString();

        using var first = await Trial(yaml);
        using var again = await Trial(yaml);

        (await first.Content.ReadFromJsonAsync<JsonElement>()).ToString().ShouldBe(expected);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await again.Content.ReadFromJsonAsync<JsonElement>()).ToString().ShouldBe(expected);
        await Refused(await Trial(yaml + "# 又一行\n"), HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        await Refused(await office.PostAsync(path, Body(Unsound)), HttpStatusCode.UnprocessableEntity, "request-invalid");

        async Task<HttpResponseMessage> Trial(string text)
        {
            using var request =
                new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(text), Headers = { { "Idempotency-Key", "trial-1" } } };
            return await office.SendAsync(request);
        }
    }

    [Fact]
    public async Task The_district_writes_its_own_in_YAML_too()
    {
        using var district = fixture.Client(Role.DistrictOffice, "990101050");
        const string path = "/api/district/policies/2031-01";
        using var adopted = await district.PutAsync(path, Body(SamplePolicy.Text("weekly-grades", "yaml")));
        adopted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var version = adopted.Headers.ETag!.Tag;

        using var same = await district.PutAsync(path, Body(await ReadAsYaml(district, path)));
        same.Headers.ETag!.Tag.ShouldBe(version);
        var refused = await Refused(await district.PutAsync(path, Body(Unsound)), HttpStatusCode.UnprocessableEntity, "request-invalid");
        Place(refused.GetProperty("errors")[0]).ShouldBe(("/evaluationWeight", 3, 1));
    }
}
