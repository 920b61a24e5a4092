using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaign.Clients.Tests;

/// <summary>Answers every request with one answer and keeps what was asked.</summary>
internal sealed class Recorded(int status, string answer) : HttpMessageHandler
{
    public string? Path { get; private set; }

    public JsonNode? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Path = request.RequestUri!.AbsolutePath;
        // A POST without a body is sent with an empty one.
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        if (body.Length > 0) Body = JsonNode.Parse(body);
        return new((HttpStatusCode)status) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
    }
}
