using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Campaign.Architecture.Tests;

/// <summary>
/// What a service shows or keeps beside its streams: the types of its bodies, its answers and the documents in its tables.
/// </summary>
internal static class PublicShapes
{
    private static readonly string[] Serializers = ["JsonSerializer", "StoredJson", "RowJson"];

    /// <summary>Bodies, answers and parameter objects of every endpoint.</summary>
    public static IEnumerable<Type> Http(Service service)
    {
        foreach (var metadata in service.Endpoints().Select(endpoint => endpoint.Metadata))
        {
            foreach (var body in metadata.OfType<IAcceptsMetadata>().Select(accepts => accepts.RequestType).OfType<Type>())
                yield return body;
            foreach (var answer in metadata.OfType<IProducesResponseTypeMetadata>().Select(produces => produces.Type).OfType<Type>())
                yield return answer;
            foreach (var parameter in metadata.OfType<MethodInfo>().SelectMany(handler => handler.GetParameters()))
            {
                if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null) yield return parameter.ParameterType;
            }
        }
    }

    /// <summary>
    /// What is read from or written to JSON anywhere in the service, by the calls of its assembly. A column that keeps an event whole
    /// is read as that event, which is no document of its own.
    /// </summary>
    public static IReadOnlyList<Type> Documents(Service service)
    {
        using var file = File.OpenRead(service.Assembly.Location);
        using var assembly = new PEReader(file);
        var calls = assembly.GetMetadataReader().GetTableRowCount(TableIndex.MethodSpec);
        return
        [
            .. Enumerable.Range(1, calls)
                .Select(row =>
                    Called(service.Assembly.ManifestModule, MetadataTokens.GetToken(MetadataTokens.MethodSpecificationHandle(row))))
                .Where(method => Serializers.Contains(method?.DeclaringType?.Name, StringComparer.Ordinal))
                .SelectMany(method => method!.GetGenericArguments()).Where(type => !type.ContainsGenericParameters)
                .Except(service.Events.ByName.Values),
        ];
    }

    private static MethodBase? Called(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception e) when (e is ArgumentException or BadImageFormatException)
        {
            // Its type arguments are those of the generic type it stands in.
            return null;
        }
    }
}
