using System.Reflection;
using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace Campaign.Clients.Tests;

/// <summary>A C# client made from the document compiles, says what the document shows and reads what it is answered.</summary>
public sealed class CSharpClientTests(CSharpClient generated) : IClassFixture<CSharpClient>
{
    private const string Json = "application/json";

    private static readonly JsonSerializerSettings Settings = new() { DateParseHandling = DateParseHandling.None };

    [Fact]
    public void It_compiles_together_with_a_caller() => generated.Errors.ShouldBeEmpty();

    [Fact]
    public void Each_operation_is_a_method_of_its_name()
    {
        var methods = generated.Client.GetMethods().Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        var ids = MergedDocument.Operations().Select(operation => (string)operation.Operation["operationId"]!).ToList();

        ids.Count.ShouldBeGreaterThan(200, "an empty walk proves nothing");
        ids.Where(id => !methods.Contains($"{id}Async")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_sends_every_body_and_reads_every_answer_that_the_document_shows()
    {
        var failures = new List<string>();
        foreach (var (path, operation) in MergedDocument.Operations())
        {
            var body = operation["requestBody"]?["content"]?[Json];
            if (operation["requestBody"] is not null && body is null) continue;
            if (Answer(operation) is not { } answer) continue;
            var failure = await Call(path, operation, body?["example"], answer);
            if (failure is not null) failures.Add($"{operation["operationId"]}: {failure}");
        }

        failures.ShouldBeEmpty();
    }

    private static (int Status, JsonNode Example)? Answer(JsonObject operation) => operation["responses"]!.AsObject()
        .Where(answer => answer.Key[0] is '2' && answer.Value!["content"]?[Json]?["example"] is not null)
        .Select(answer => ((int, JsonNode)?)(int.Parse(answer.Key, null), answer.Value!["content"]![Json]!["example"]!)).FirstOrDefault();

    private async Task<string?> Call(string path, JsonObject operation, JsonNode? body, (int Status, JsonNode Example) answer)
    {
        using var recorded = new Recorded(answer.Status, answer.Example.ToJsonString());
        using var http = new HttpClient(recorded) { BaseAddress = new Uri("http://platform/") };
        var method = generated.Client.GetMethods().Where(method => method.Name == $"{operation["operationId"]}Async")
            .MaxBy(method => method.GetParameters().Length)!;
        try
        {
            var call = (Task)method.Invoke(Activator.CreateInstance(generated.Client, http), [.. method.GetParameters().Select(Argument)])!;
            await call;
            var read = JsonNode.Parse(JsonConvert.SerializeObject(call.GetType().GetProperty("Result")!.GetValue(call), Settings))!;
            if (recorded.Path!.Split('/').Length != path.Split('/').Length) return $"asked {recorded.Path}";
            if (!AreSame(read, answer.Example)) return $"read {read.ToJsonString()} of {answer.Example.ToJsonString()}";
            return Holds(recorded.Body, body) ? null : $"sent {recorded.Body?.ToJsonString()} for {body?.ToJsonString()}";
        }
        catch (Exception e) when (e is TargetInvocationException or JsonException || e.GetType().Name is "ApiException")
        {
            return $"{e.Message} {e.InnerException?.Message}";
        }

        object? Argument(ParameterInfo parameter) => operation["requestBody"] is not null && parameter.Name is "body"
            ? JsonConvert.DeserializeObject(body?.ToJsonString() ?? "{}", parameter.ParameterType, Settings)
            : parameter.ParameterType == typeof(string) ? "x"
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    /// <summary>What is not in the example is sent as what the document says it is then.</summary>
    private static bool Holds(JsonNode? sent, JsonNode? shown) => (sent, shown) switch
    {
        (_, null) => true,
        (JsonObject whole, JsonObject part) => part.All(field => Holds(whole[field.Key], field.Value)),
        (JsonArray whole, JsonArray part) => whole.Count == part.Count && whole.Zip(part, Holds).All(holds => holds),
        _ => AreSame(sent, shown),
    };

    private static bool AreSame(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(Bare(one), Bare(other));

    /// <summary>An empty field and one that is not there mean the same; 1 and 1.0, too.</summary>
    private static JsonNode? Bare(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(
            fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, Bare(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Bare)]),
        JsonValue value when value.TryGetValue<double>(out var number) => JsonValue.Create(number),
        { } value => value.DeepClone(),
        null => null,
    };
}
