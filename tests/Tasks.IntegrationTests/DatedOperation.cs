using System.Text.Json.Nodes;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>An operation of docs/openapi/tasks.json that takes dates, with everything else that it needs to be understood.</summary>
internal sealed class DatedOperation
{
    private const string Usual = "2024-09-02";
    private static readonly JsonNode Document =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "docs", "openapi", "tasks.json")))!;

    private readonly string path;
    private readonly JsonObject operation;
    private readonly List<(string Place, string Pointer, JsonObject Schema)> places = [];

    private DatedOperation(string path, string method, JsonObject operation)
    {
        (this.path, this.operation, Method) = (path, operation, new(method.ToUpperInvariant()));
        foreach (var parameter in Parameters)
            Find($"{parameter["in"]}:{parameter["name"]}", $"/{parameter["name"]}", (string)parameter["name"]!, parameter["schema"]);
        Find("body", "", "", BodySchema);
    }

    public static IReadOnlyList<DatedOperation> All { get; } =
    [
        .. from path in Document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           let dated = new DatedOperation(path.Key, operation.Key, operation.Value!.AsObject())
           where dated.places.Count > 0
           select dated,
    ];

    public HttpMethod Method { get; }

    /// <summary>Each place of a date with values out of bounds.</summary>
    public IEnumerable<(string Place, string Pointer, string Value)> Dates =>
        from place in places
        from value in Format(place.Schema) switch
        {
            "date" => ["0001-01-01", "9999-12-31"],
            "date-time" => ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
            _ => new[] { "1", "9999" },
        }
        select (place.Place, place.Pointer, value);

    public string Address(string street, string place, string value)
    {
        var address = path.Replace("{street}", street, StringComparison.Ordinal);
        var query = new List<string>();
        foreach (var parameter in Parameters)
        {
            var name = (string)parameter["name"]!;
            var text = place == $"{parameter["in"]}:{name}" ? value : Sample(parameter["schema"], name, "", "", "")!.ToString();
            if ((string)parameter["in"]! == "path") address = address.Replace($"{{{name}}}", text, StringComparison.Ordinal);
            else if (place == $"query:{name}" || (bool?)parameter["required"] == true) query.Add($"{name}={text}");
        }
        return query.Count == 0 ? address : $"{address}?{string.Join('&', query)}";
    }

    public JsonNode? Body(string place, string value) => BodySchema is { } schema ? Sample(schema, "", "body", place, value) : null;

    public override string ToString() => $"{Method} {path}";

    private IEnumerable<JsonNode> Parameters =>
        operation["parameters"]?.AsArray().OfType<JsonNode>().Where(parameter => (string)parameter["in"]! is "path" or "query") ?? [];

    private JsonNode? BodySchema => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    private void Find(string place, string pointer, string name, JsonNode? unresolved)
    {
        if (unresolved is null) return;
        var schema = Resolved(unresolved);
        var isYear = name.EndsWith("year", StringComparison.OrdinalIgnoreCase) && Is(schema, "integer");
        if (Format(schema) is "date" or "date-time" || isYear) places.Add((place, pointer, schema));
        foreach (var (property, inner) in schema["properties"]?.AsObject() ?? [])
            Find($"{place}/{property}", $"{pointer}/{property}", property, inner);
        if (schema["items"] is { } items)
            Find($"{place}/0", $"{pointer}/0", name.EndsWith("ears", StringComparison.Ordinal) ? name[..^1] : name, items);
    }

    /// <summary>A value of the schema; at the place it is the one given.</summary>
    private static JsonNode? Sample(JsonNode? unresolved, string name, string at, string place, string value)
    {
        var schema = Resolved(unresolved!);
        var isNumber = Is(schema, "integer") || Is(schema, "number");
        if (at.Length > 0 && at == place)
            return isNumber ? JsonValue.Create(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) : value;
        if (schema["enum"]?.AsArray().FirstOrDefault(choice => choice is not null) is { } one) return one.DeepClone();
        if (schema["properties"] is JsonObject properties)
            return new JsonObject(
                properties.Select(p => KeyValuePair.Create(p.Key, Sample(p.Value, p.Key, $"{at}/{p.Key}", place, value))));
        if (schema["items"] is { } items) return new JsonArray(Sample(items, name, $"{at}/0", place, value));
        if (isNumber) return name.EndsWith("year", StringComparison.OrdinalIgnoreCase) || name == "years" ? 2024 : 1;
        if (Is(schema, "boolean")) return false;
        return Format(schema) switch
        {
            "date" => Usual,
            "date-time" => $"{Usual}T09:00:00+08:00",
            "time-local" => "09:00:00",
            "uuid" => "019300c8-0000-7000-8000-000000000001",
            _ => "X1",
        };
    }

    private static string? Format(JsonNode schema) => (string?)schema["format"];

    private static bool Is(JsonNode schema, string type) => schema["type"] switch
    {
        JsonArray types => types.Any(one => (string?)one == type),
        JsonValue one => (string?)one == type,
        _ => false,
    };

    private static JsonObject Resolved(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference) return Resolved(Document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        var choices = (schema["oneOf"] ?? schema["anyOf"])?.AsArray();
        return choices?.FirstOrDefault(choice => !Is(choice!, "null")) is { } choice ? Resolved(choice) : schema.AsObject();
    }
}
