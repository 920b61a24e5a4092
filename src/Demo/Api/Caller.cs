using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Campaign.Client;
using Campaign.Demo.Input;

namespace Campaign.Demo.Api;

/// <summary>Somebody who uses the platform through the gateway. What is refused throws <see cref="Refused"/>.</summary>
internal sealed class Caller(HttpClient http, MachineToken token)
{
    public async Task<string> AccessToken()
    {
        try
        {
            return await token.Value();
        }
        catch (TokenRefusedException refused)
        {
            throw new DemoFailure(refused.Message, refused);
        }
    }

    public Task<T> Get<T>(string path) => Send<T>(HttpMethod.Get, path, null);

    /// <returns>Null where there is no such thing (yet).</returns>
    public async Task<T?> Find<T>(string path) where T : class
    {
        try
        {
            return await Get<T>(path);
        }
        catch (Refused refused) when (refused.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<T> Put<T>(string path, object body) => Send<T>(HttpMethod.Put, path, () => JsonContent.Create(body, options: Json.Options));

    public async Task Put(string path, object body) =>
        await Done(HttpMethod.Put, path, () => JsonContent.Create(body, options: Json.Options));

    public Task<T> Post<T>(string path, object body) =>
        Send<T>(HttpMethod.Post, path, () => JsonContent.Create(body, options: Json.Options));

    public async Task Post(string path, object body) =>
        await Done(HttpMethod.Post, path, () => JsonContent.Create(body, options: Json.Options));

    /// <param name="key">Sent as Idempotency-Key. The path alone says what is uploaded, so that a repeat needs none.</param>
    public async Task Upload(string path, byte[] bytes, string mediaType, string? key = null) =>
        await Done(HttpMethod.Put, path, () => new ByteArrayContent(bytes) { Headers = { ContentType = new(mediaType) } }, key);

    public async Task<byte[]> Download(string path)
    {
        using var response = await Try(HttpMethod.Get, path, null);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public async Task<IReadOnlyList<T>> GetAll<T>(string path)
    {
        var all = new List<T>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (string? after = ""; after is not null;)
        {
            var page = await Get<Page<T>>(
                $"{path}{separator}limit=500{(after.Length == 0 ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            all.AddRange(page.Items);
            after = page.Next;
        }
        return all;
    }

    private async Task<T> Send<T>(HttpMethod method, string path, Func<HttpContent>? content)
    {
        using var response = await Try(method, path, content);
        return (await response.Content.ReadFromJsonAsync<T>(Json.Options))!;
    }

    private async Task Done(HttpMethod method, string path, Func<HttpContent> content, string? key = null) =>
        (await Try(method, path, content, key)).Dispose();

    private async Task<HttpResponseMessage> Try(HttpMethod method, string path, Func<HttpContent>? content, string? key = null)
    {
        if (method == HttpMethod.Post) key ??= Guid.CreateVersion7().ToString("N");
        var response = await Once(method, path, content, key);
        if (response.StatusCode is HttpStatusCode.Unauthorized)
        {
            response.Dispose();
            token.Forget();
            response = await Once(method, path, content, key);
        }
        if (response.IsSuccessStatusCode) return response;

        using (response)
        {
            var problem = Problem.From(response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
            throw new Refused($"{method} /{path}", (int)response.StatusCode, problem);
        }
    }

    private async Task<HttpResponseMessage> Once(HttpMethod method, string path, Func<HttpContent>? content, string? key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content?.Invoke() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AccessToken());
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request);
    }

    private sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
}
