using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Campaign.EventStore;

/// <summary>
/// One embedded script. <c>NNN_name.read.sql</c> holds tables that a rebuild makes anew from the events;
/// <c>NNN_name.app.sql</c> holds what no event can bring back.
/// </summary>
internal sealed record SchemaScript(string Name, bool Rebuildable, string Sql)
{
    private const string ReadSuffix = ".read.sql";
    private const string AppSuffix = ".app.sql";

    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The scripts of the assemblies, in the order of assemblies and, within one, of file names.</summary>
    public static IReadOnlyList<SchemaScript> Of(IEnumerable<SchemaAssembly> assemblies)
        => [.. assemblies.Select(a => a.Assembly).Distinct().SelectMany(Of)];

    public static string Resource(string name) => Text(typeof(SchemaScript).Assembly, $"Campaign.EventStore.Schema.{name}");

    private static IEnumerable<SchemaScript> Of(Assembly assembly)
        => assembly.GetManifestResourceNames()
            .Where(r => r.EndsWith(ReadSuffix, StringComparison.Ordinal) || r.EndsWith(AppSuffix, StringComparison.Ordinal))
            .Select(resource => new SchemaScript(
                $"{assembly.GetName().Name}/{string.Join('.', resource.Split('.')[^3..])}",
                resource.EndsWith(ReadSuffix, StringComparison.Ordinal), Text(assembly, resource)))
            .OrderBy(script => script.Name, StringComparer.Ordinal);

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>An assembly whose embedded scripts belong to the database of the service.</summary>
internal sealed record SchemaAssembly(Assembly Assembly);
