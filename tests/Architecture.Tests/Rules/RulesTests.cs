using System.Reflection;
using System.Text;
using System.Text.Json;
using Campaign.Web;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Architecture.Tests;

/// <summary>
/// OpenApiRules.json of each service says which rules may refuse an operation; the OpenAPI document shows them as <c>x-rules</c>.
/// It is made from the code: what a handler can reach.
/// </summary>
public sealed class RulesTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public async Task The_rules_of_every_operation_are_the_ones_on_record(string name)
    {
        var service = Service.Called(name);
        using var graph = new RuleGraph(service);
        var rules = new SortedDictionary<string, SortedDictionary<int, string[]>>(StringComparer.Ordinal);
        foreach (var metadata in service.Endpoints().Select(endpoint => endpoint.Metadata))
        {
            if (metadata.GetMetadata<MethodInfo>() is not { } handler || handler.Module.Assembly != service.Assembly) continue;
            var byStatus = graph.Of(handler).GroupBy(use => use.Status)
                .ToDictionary(status => status.Key, status => status.Select(use => use.Rule).ToArray());
            var operation = metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? OperationId.Of(
                handler, metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0]);
            if (byStatus.Count > 0) rules[operation] = new(byStatus);
        }

        await Testing.Documents.Verify($"src/{name}.Service/OpenApiRules.json", $"{JsonSerializer.Serialize(rules, Readable)}\n");
    }
}
