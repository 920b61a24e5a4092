using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;

namespace Campaign.Web;

/// <summary>Tables that a document is made with: what services share stands here, the rest in a service's OpenApi folder.</summary>
internal static class EmbeddedTables
{
    /// <summary>The assemblies whose handlers the document shows, and this one.</summary>
    public static IReadOnlyList<Assembly> Owners(OpenApiDocumentTransformerContext context) =>
    [
        typeof(EmbeddedTables).Assembly,
        .. context.DescriptionGroups.SelectMany(group => group.Items)
            .SelectMany(item => item.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>()).Select(handler => handler.Module.Assembly)
            .Where(assembly => assembly != typeof(EmbeddedTables).Assembly).Distinct(),
    ];

    public static IEnumerable<JsonObject> Read(string name, IEnumerable<Assembly> owners)
    {
        foreach (var owner in owners)
        {
            using var json = owner.GetManifestResourceStream(name);
            if (json is not null) yield return JsonNode.Parse(json)!.AsObject();
        }
    }
}
