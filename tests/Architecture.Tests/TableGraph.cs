using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Campaign.Architecture.Tests;

/// <summary>
/// Which folders of a service name which of its tables: in SQL, or as a name of their own that SQL is made with. A table belongs to
/// the lowest folder that writes to it.
/// </summary>
internal sealed partial class TableGraph
{
    private readonly HashSet<string> tables;
    private readonly List<Naming> namings = [];

    private TableGraph(HashSet<string> tables) => this.tables = tables;

    public static TableGraph Of(Service service)
    {
        var graph = new TableGraph(Declared(service));
        var folders = FolderGraph.Of(service);
        using var assembly = AssemblyDefinition.ReadAssembly(service.Assembly.Location);
        foreach (var type in assembly.MainModule.GetTypes())
        {
            if (folders.FolderOf(type) is not { } folder) continue;
            foreach (var method in type.Methods.Where(method => method.HasBody))
            {
                foreach (var text in method.Body.Instructions.Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand))
                    graph.Read(folder, $"{type.FullName}.{method.Name}", text);
            }
        }

        return graph;
    }

    /// <summary>Folder by table; null for a table that nothing writes to.</summary>
    public IReadOnlyDictionary<string, string?> Owners(List<string> order) => tables.Order(StringComparer.Ordinal).ToDictionary(
        table => table,
        table => namings.Where(n => n.Writes && n.Table == table).Select(n => n.Folder).MinBy(order.IndexOf),
        StringComparer.Ordinal);

    public IEnumerable<string> Upwards(List<string> order)
    {
        var owners = Owners(order);
        return from naming in namings
               let owner = owners[naming.Table]
               where owner is not null && order.IndexOf(owner) > order.IndexOf(naming.Folder)
               select $"{naming.Folder} names {naming.Table} of {owner}: {naming.Place}";
    }

    private static HashSet<string> Declared(Service service)
    {
        var scripts = Directory.GetFiles(Path.Combine(Testing.Documents.Root, "src", $"{service.Name}.Service", "Schema"), "*.sql");
        return scripts.SelectMany(script => CreateTable().Matches(File.ReadAllText(script)))
            .Select(match => match.Groups["table"].Value).ToHashSet(StringComparer.Ordinal);
    }

    private void Read(string folder, string place, string text)
    {
        if (tables.Contains(text)) namings.Add(new(folder, text, Writes: true, place));
        foreach (Match match in NamesTable().Matches(text))
        {
            var (table, verb) = (match.Groups["table"].Value, match.Groups["verb"].Value);
            if (tables.Contains(table)) namings.Add(new(folder, table, verb is "INTO" or "UPDATE" or "DELETE FROM", place));
        }
    }

    [GeneratedRegex(@"CREATE TABLE (IF NOT EXISTS )?(app\.)?(?<table>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CreateTable();

    [GeneratedRegex(
        @"\b(?<verb>DELETE FROM|FROM|JOIN|INTO|UPDATE|USING)\s+(app\.)?(?<table>\w+)", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamesTable();

    private sealed record Naming(string Folder, string Table, bool Writes, string Place);
}
