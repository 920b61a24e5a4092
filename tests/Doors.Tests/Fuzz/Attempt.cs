using System.Text;

namespace Campaign.Doors.Tests.Fuzz;

/// <summary>A request that can be written down.</summary>
internal sealed record Attempt(
    Operation Operation, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? ContentType, byte[] Body)
{
    private const int Most = 3000;

    public HttpRequestMessage Message(string token)
    {
        var request = new HttpRequestMessage(Operation.Method, new Uri(Address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (ContentType is null) return request;
        request.Content = new ByteArrayContent(Body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return request;
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Operation.Service}: {Operation.Method} {Address}\n");
        foreach (var (name, value) in Headers) text.Append(name).Append(": ").Append(value).Append('\n');
        if (ContentType is null) return text.ToString();
        var readable = ContentType.Contains("json", StringComparison.Ordinal) || ContentType.Contains("yaml", StringComparison.Ordinal);
        var body = readable ? Encoding.UTF8.GetString(Body) : Convert.ToBase64String(Body);
        return text.Append("Content-Type: ").Append(ContentType).Append("\n\n")
            .Append(body.Length > Most ? body[..Most] + "…" : body).ToString();
    }
}
