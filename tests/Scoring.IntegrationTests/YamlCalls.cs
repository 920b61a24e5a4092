using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>Policies over HTTP as people write them.</summary>
internal static class YamlCalls
{
    public const string Unsound = """
        # 权重不对，数据不存在
        dailyWeight: 0.5
        evaluationWeight: 0.4
        adjustments: []
        items:
          - id: a
            name: 甲
            rule: ratio
            metric: weather
            weight: 90
        """;

    public static string PathOf(string street, string month) => $"/api/streets/{street}/policies/{month}";

    public static StringContent Body(string yaml, string type = "application/yaml") =>
        new(yaml, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    public static async Task<string> ReadAsYaml(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/yaml" } } };
        using var answer = await client.SendAsync(request);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/yaml; charset=utf-8");
        return await answer.Content.ReadAsStringAsync();
    }

    public static (string?, int, int) Place(JsonElement error) =>
        (error.GetProperty("pointer").GetString(), error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32());

    public static async Task<JsonElement> Refused(HttpResponseMessage answer, HttpStatusCode status, string rule)
    {
        using (answer)
        {
            answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            problem.GetProperty("type").GetString().ShouldBe($"urn:campaign:problem:{rule}");
            return problem;
        }
    }
}
