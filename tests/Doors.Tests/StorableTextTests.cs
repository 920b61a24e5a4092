using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaign.Doors.Tests;

/// <summary>
/// Text that cannot be kept, U+0000 and half of a surrogate pair, is refused at every entrance: by the field where a body has it.
/// (Workbooks: Documents.Specs and the imports; messages: DeadLetterTests.)
/// </summary>
public sealed class StorableTextTests(Platform platform)
{
    private static readonly string[] Letters = [@"a\u0000b", @"a\ud83db", @"\ude00"];
    private readonly List<string> wrong = [];

    [Fact]
    public async Task In_no_text_of_any_body()
    {
        var asked = 0;
        foreach (var text in Operation.All.SelectMany(BodyText.Of))
        {
            foreach (var letters in Letters)
            {
                using var answer = await Send(text.Operation, Whole(text.Operation), text.With(letters), "application/json");
                if (text.IsPlain) await Expect(answer, $"{text} {letters}", text.Pointer);
                else if (answer.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"{text} {letters}: {answer.StatusCode}");
                if (text.IsPlain) asked++;
            }
        }
        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(500, "an empty walk proves nothing");
    }

    [Fact]
    public async Task In_no_text_of_a_policy_in_YAML()
    {
        var asked = 0;
        foreach (var text in Operation.All.Where(one => one.Bodies.Contains("application/yaml")).SelectMany(BodyText.Of))
        {
            // JSON is YAML. The parser itself knows no half of a pair.
            using var answer = await Send(text.Operation, Whole(text.Operation), text.With(Letters[0]), "application/yaml");
            if (text.IsPlain) await Expect(answer, $"{text} as YAML", text.Pointer, "yaml-character-invalid");
            asked++;
        }
        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(20, "an empty walk proves nothing");
    }

    [Fact]
    public async Task In_no_parameter()
    {
        var asked = 0;
        foreach (var operation in Operation.All)
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is "query"))
            {
                using var answer = await Send(operation, $"{Address(operation)}?{parameter.Name}=a%00b");
                await Expect(answer, $"{operation} ?{parameter.Name}");
                asked++;
            }

            foreach (var parameter in operation.Parameters.Where(parameter => parameter.In is "path" && parameter.IsText))
            {
                using var answer = await Send(operation, Address(operation, parameter.Name, "a%00b"));
                if (answer.StatusCode is not HttpStatusCode.BadRequest) wrong.Add($"{operation} {parameter.Name}: {answer.StatusCode}");
                asked++;
            }
        }
        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(300, "an empty walk proves nothing");
    }

    [Theory, InlineData("client_id"), InlineData("client_secret"), InlineData("grant_type"), InlineData("scope"), InlineData("a\0b")]
    public async Task In_no_field_of_a_form(string field)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "operator",
            ["client_secret"] = "guessed",
            [field] = "a\0b",
        };
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await platform.At("gateway").PostAsync("/connect/token", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("invalid_request");
    }

    /// <summary>The page of the first administrator is in no document.</summary>
    [Theory, InlineData("userName"), InlineData("password")]
    public async Task In_no_field_of_the_page_that_sets_up(string field)
    {
        var other = field is "userName" ? "password" : "userName";
        foreach (var letters in Letters)
        {
            using var body = new StringContent(
                $$"""{ "{{field}}": "{{letters}}", "{{other}}": "Zuixian-2026-guanli" }""", Encoding.UTF8, "application/json");
            using var answer = await platform.At("gateway").PostAsync("/setup/some-link", body);
            await Expect(answer, $"/setup {field} {letters}", $"/{field}");
        }
        using var link = await platform.At("gateway").PostAsync("/setup/a%00b", JsonContent.Create(new { userName = "a", password = "b" }));
        if (link.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"/setup/a%00b: {link.StatusCode}");
        wrong.ShouldBeEmpty();
    }

    [Theory, InlineData("tasks"), InlineData("inspections"), InlineData("scoring"), InlineData("integration"), InlineData("gateway")]
    public async Task In_no_header(string service)
    {
        foreach (var name in new[] { "Idempotency-Key", "If-Match", "X-Correlation-Id", "traceparent", "Accept", "Authorization" })
        {
            (await Raw(service, Encoding.Latin1.GetBytes($"{name}: a\0b\r\n"))).ShouldStartWith("HTTP/1.1 400", customMessage: name);
            // Half of a pair as UTF-8 would have it, had it one.
            (await Raw(service, [.. Encoding.ASCII.GetBytes($"{name}: "), 0xED, 0xA0, 0xBD, 0x0D, 0x0A]))
                .ShouldStartWith("HTTP/1.1 4", customMessage: name);
        }
    }

    private async Task<string> Raw(string service, byte[] header)
    {
        var address = platform.At(service).BaseAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync((byte[])[.. "GET /api/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"u8, .. header, .. "\r\n"u8]);
        using var reader = new StreamReader(wire);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    private async Task Expect(HttpResponseMessage answer, string what, string? pointer = null, string rule = "character-invalid")
    {
        var text = await answer.Content.ReadAsStringAsync();
        var problem = text.StartsWith('{') ? JsonNode.Parse(text) : null;
        if (answer.StatusCode is not HttpStatusCode.BadRequest || (string?)problem?["type"] != $"urn:campaign:problem:{rule}"
            || (pointer is not null && (string?)problem["errors"]?[0]?["pointer"] != pointer))
            wrong.Add($"{what}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>With the query that the operation does not do without.</summary>
    private static string Whole(Operation operation) => Address(operation) + "?" + string.Join('&', operation.Parameters
        .Where(parameter => parameter is { In: "query", IsRequired: true })
        .Select(parameter => $"{parameter.Name}={(parameter.Name is "month" ? "2024-09" : Sample(parameter))}"));

    private static string Address(Operation operation, string other = "", string text = "") =>
        operation.Parameters.Where(parameter => parameter.In is "path").Aggregate(
            operation.Path,
            (path, one) => path.Replace($"{{{one.Name}}}", one.Name == other ? text : Sample(one), StringComparison.Ordinal));

    private static string Sample(Parameter parameter) => (parameter.Name, parameter.Format) switch
    {
        ("street", _) => Platform.Street,
        ("sha256", _) => new string('a', 64),
        (_, "uuid") => "019300c8-0000-7000-8000-000000000000",
        (_, "int32" or "int64") => "2024",
        _ => "a1",
    };

    private async Task<HttpResponseMessage> Send(Operation operation, string address, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(operation.Method, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new("Bearer", platform.TokenFor(operation.Service));
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        return await platform.At(operation.Service).SendAsync(request);
    }
}
