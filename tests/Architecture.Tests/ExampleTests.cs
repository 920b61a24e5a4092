using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Scoring.Policies.Linting;
using Campaign.Scoring.Rulebook;
using Campaign.Tasks;
using FluentValidation;
using Json.Schema;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Architecture.Tests;

/// <summary>What the documents show would be taken, and could be answered.</summary>
public sealed class ExampleTests
{
    private const string Json = "application/json";
    private const string Samples = "Samples.json";

    /// <summary>What validators ask for beside the body.</summary>
    private static readonly IServiceProvider Asked = ServicesOfTasks();

    [Fact]
    public void Every_body_and_every_answer_is_shown() =>
        Examples.Contents(OpenApiDocuments.Operations()).Where(content => content.Example is null).Select(content => content.Name)
            .ShouldBeEmpty();

    [Theory, MemberData(nameof(OpenApiDocuments.Names), MemberType = typeof(OpenApiDocuments))]
    public void Every_example_fits_its_schema(string document)
    {
        var contents = Examples.Contents(OpenApiDocuments.Operations(document)).Where(content => content.Example is not null).ToList();
        contents.ShouldNotBeEmpty("an empty walk proves nothing");
        // One object that has all of them, for one schema that asks for all of them.
        var schema = new JsonObject
        {
            ["properties"] = Together(content => content.Json["schema"]),
            ["$defs"] = OpenApiDocuments.All[document]["components"]!["schemas"]!.DeepClone(),
        };

        Errors(schema, Together(content => content.Example)).ShouldBeEmpty();

        JsonObject Together(Func<(string, JsonNode Json, JsonNode? Example), JsonNode?> part) =>
            new(contents.Select(content => KeyValuePair.Create(content.Name, part(content)?.DeepClone())));
    }

    [Theory, MemberData(nameof(Service.Names), MemberType = typeof(Service))]
    public void Every_body_shown_passes_the_checks_of_its_type(string name)
    {
        var refused = from shown in Shown(name)
                      from error in Refusals(shown.Type, Examples.Of(shown.Operation.Document, shown.Operation.Body!)!)
                      select $"{shown.Operation.Id} ({shown.Type.Name}): {error}";
        refused.ShouldBeEmpty("give the route an example of its own: WithExample");
    }

    [Theory, MemberData(nameof(Service.Names), MemberType = typeof(Service))]
    public void Every_answer_shown_is_one_of_its_type(string name)
    {
        var misread = from pair in Routes(name)
                      from answer in pair.Operation.Answers.Where(answer => answer.Type is Json)
                      let type = pair.Route.Metadata.OfType<IProducesResponseTypeMetadata>()
                          .FirstOrDefault(produces => produces.StatusCode == answer.Status && produces.Type is not null)?.Type
                      where type is not null
                      let error = Misread(type, answer.Content["example"]!)
                      where error is not null
                      select $"{pair.Operation.Id} ({type.Name}): {error}";
        misread.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_shown_is_one_of_its_field()
    {
        var placeholder = (string)OpenApiDocuments.Tables(Samples).Single(table => table.Document is null).Json["text"]!;
        Examples.Contents(OpenApiDocuments.Operations())
            .Where(content => Texts(content.Example).Contains(placeholder, StringComparer.Ordinal))
            .Select(content => content.Name).ShouldBeEmpty("say in Samples.json what the field holds");
    }

    [Fact]
    public void Every_sample_is_of_a_field()
    {
        string[] formats = ["text", "uuid", "date", "date-time", "time-local"];
        var fields = (from document in OpenApiDocuments.All
                      from schema in document.Value["components"]!["schemas"]!.AsObject()
                      from field in schema.Value!["properties"]?.AsObject() ?? []
                      from name in new[] { field.Key, $"{schema.Key}.{field.Key}", $"{field.Key}.key" }
                      select (Document: document.Key, name)).ToLookup(field => field.name, field => field.Document, StringComparer.Ordinal);
        var gone = from table in OpenApiDocuments.Tables(Samples)
                   from sample in table.Json.Select(sample => sample.Key.Split(':')[0])
                   where !formats.Contains(sample, StringComparer.Ordinal)
                       && !fields[sample].Any(document => table.Document is null || table.Document == document)
                   select $"{table.Document}: {sample}";
        gone.ShouldBeEmpty("these are gone");
    }

    internal static IEnumerable<(OpenApiOperation Operation, Type Type)> Shown(string service) =>
        from pair in Routes(service)
        let accepts = pair.Route.Metadata.GetMetadata<IAcceptsMetadata>()
        where pair.Operation.Body is not null && accepts?.RequestType is not null
        select (pair.Operation, accepts.RequestType!);

    private static ServiceProvider ServicesOfTasks()
    {
        var services = new ServiceCollection();
        foreach (var feature in TasksModule.Features) feature.AddServices(services);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    internal static IEnumerable<string> Refusals(Type type, JsonNode example)
    {
        if (Misread(type, example) is { } error) return [error];
        var body = example.Deserialize(type, Testing.Json.Options)!;
        if (body is Policy policy) return PolicyLinter.Lint(policy).Select(defect => $"{defect.Pointer} {defect.Rule}");
        return type.Assembly.GetTypes()
            .Where(candidate => candidate is { IsAbstract: false, ContainsGenericParameters: false })
            .Where(candidate => candidate.IsAssignableTo(typeof(IValidator<>).MakeGenericType(type)))
            .Select(validator => (IValidator)ActivatorUtilities.CreateInstance(Asked, validator))
            .SelectMany(validator => validator.Validate(new ValidationContext<object>(body)).Errors)
            .Select(failure => $"{failure.PropertyName} {failure.ErrorCode} {failure.ErrorMessage}");
    }

    private static string? Misread(Type type, JsonNode example)
    {
        try
        {
            return example.Deserialize(type, Testing.Json.Options) is null ? "nothing" : null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            // It is only written; of a body the service would not start.
            return null;
        }
    }

    private static IEnumerable<(OpenApiOperation Operation, RouteEndpoint Route)> Routes(string name)
    {
        var routes = Service.Called(name).Endpoints().OfType<RouteEndpoint>()
            .SelectMany(route => Methods(route).Select(method => (Method: method, Route: route)))
            .ToLookup(route => $"{route.Method} {Template(route.Route)}", route => route.Route, StringComparer.Ordinal);
        var pairs = OpenApiDocuments.Operations(name.ToLowerInvariant())
            .Select(operation => (operation, Route: routes[$"{operation.Method} {operation.Path}"].SingleOrDefault())).ToList();
        pairs.Where(pair => pair.Route is null).Select(pair => pair.operation.Path).ShouldBeEmpty("these are documented and not mapped");
        return pairs!;
    }

    private static IEnumerable<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Template(RouteEndpoint route)
    {
        var segments = route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            _ => throw new NotSupportedException(part.ToString()),
        })));
        return $"/{string.Join('/', segments)}";
    }

    private static IEnumerable<string> Errors(JsonObject schema, JsonObject examples)
    {
        var text = schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var results = JsonSchema.FromText(text, new BuildOptions { SchemaRegistry = new() })
            .Evaluate(JsonSerializer.SerializeToElement(examples), options);
        return results.IsValid ? [] : (results.Details ?? []).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Value}"));
    }
}
