using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>One account in one street, where it matters who does what.</summary>
internal sealed class Account(ScoringFixture fixture, string street, string id, Role role, params string[] units) : IDisposable
{
    private readonly HttpClient client = fixture.Host.CreateClient().As(fixture.Surroundings.Identity.Token(
        new Caller(id, new HashSet<Role> { role }, new HashSet<string>(StringComparer.Ordinal) { street },
            units.ToHashSet(StringComparer.Ordinal))));

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync($"/api/streets/{street}{path}");

    public Task<HttpResponseMessage> Post(string path, object body, long? ifMatch = null, string? key = null) =>
        Send(HttpMethod.Post, path, body, ifMatch, key);

    public Task<HttpResponseMessage> Put(string path, object body, long? ifMatch = null) =>
        Send(HttpMethod.Put, path, body, ifMatch, key: null);

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object body, long? ifMatch, string? key)
    {
        using var request =
            new HttpRequestMessage(method,
                $"/api/streets/{street}{path}")
            { Content = JsonContent.Create(body, body.GetType(), options: JsonSerializerOptions.Web) };
        if (ifMatch is { } version) request.Headers.IfMatch.Add(new($"\"{version}\""));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}

internal static class Answers
{
    public static async Task<JsonElement> Succeeded(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task Refused(this Task<HttpResponseMessage> asked, HttpStatusCode status, string rule)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        text.ShouldContain($"urn:campaign:problem:{rule}\"");
    }
}
