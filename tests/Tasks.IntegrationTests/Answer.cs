using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>What came back, read once.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, long? Version, bool Replayed)
{
    /// <summary>Code of the rule that refused.</summary>
    public string? Rule =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("type", out var type) ? type.GetString()!.Split(':')[^1] : null;

    public IEnumerable<string> Pointers =>
        Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!);

    public Guid Id => Body.GetProperty("id").GetGuid();

    public JsonElement[] Items => [.. Body.GetProperty("items").EnumerateArray()];

    public string Text(string property) => Body.GetProperty(property).GetString()!;
}

internal static class Asking
{
    public static Task<Answer> Get(this HttpClient client, string path) => client.Send(HttpMethod.Get, path, null);

    public static Task<Answer> Put(this HttpClient client, string path, object body, long? ifMatch = null) =>
        client.Send(HttpMethod.Put, path, body, ifMatch);

    public static Task<Answer> Post(this HttpClient client, string path, object body, long? ifMatch = null, string? key = null) =>
        client.Send(HttpMethod.Post, path, body, ifMatch, key);

    /// <summary>The rows of all pages of a list.</summary>
    public static async Task<IReadOnlyList<JsonElement>> All(this HttpClient client, string path)
    {
        var rows = new List<JsonElement>();
        for (var page = path; ;)
        {
            var answer = await client.Get(page);
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToString());
            rows.AddRange(answer.Items);
            if (!answer.Body.TryGetProperty("next", out var next)) return rows;
            page = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={next.GetString()}";
        }
    }

    public static Task<Answer> Ask(this HttpClient client, HttpMethod method, string path, object? body) => client.Send(method, path, body);

    public static Task<Answer> Delete(this HttpClient client, string path) => client.Send(HttpMethod.Delete, path, null);

    private static async Task<Answer> Send(
        this HttpClient client, HttpMethod method, string path, object? body, long? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        long? tag = response.Headers.ETag is { } etag ? long.Parse(etag.Tag.Trim('"'), CultureInfo.InvariantCulture) : null;
        return new(response.StatusCode, json, tag, response.Headers.Contains("Idempotency-Replayed"));
    }
}
