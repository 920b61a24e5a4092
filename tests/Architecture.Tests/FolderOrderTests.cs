using System.Text;

namespace Campaign.Architecture.Tests;

/// <summary>Within a service, too, dependencies point one way.</summary>
public sealed class FolderOrderTests
{
    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void Lower_folders_never_use_upper_ones(string name)
    {
        var service = Service.Called(name);
        var (graph, order) = (FolderGraph.Of(service), FolderOrder.Of(service).ToList());
        graph.Folders.Except(order, StringComparer.Ordinal).ShouldBeEmpty("say in FolderOrder where these belong");
        order.Except(graph.Folders, StringComparer.Ordinal).ShouldBeEmpty("these folders are gone");
        var upwards = from folder in graph.Folders
                      from used in graph.Uses(folder)
                      where order.IndexOf(used.Key) > order.IndexOf(folder)
                      select $"{folder} uses {used.Key}: {used.Value}";
        upwards.ShouldBeEmpty();
    }

    /// <summary>SQL, too, reads downwards: what a lower folder needs of an upper one's table is said by the upper one.</summary>
    [Theory, MemberData(nameof(Services))]
    public void Lower_folders_never_name_tables_of_upper_ones(string name)
    {
        var service = Service.Called(name);
        var (graph, order) = (TableGraph.Of(service), FolderOrder.Of(service).ToList());
        graph.Owners(order).Where(table => table.Value is null).Select(table => table.Key).ShouldBeEmpty("nothing writes to these tables");
        graph.Upwards(order).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Services))]
    public void Nothing_but_the_module_belongs_to_no_folder(string name) =>
        FolderGraph.Of(Service.Called(name)).InRoot.ShouldBe([$"{name}Module"]);

    /// <summary>docs/folders.md shows the order of every service as a picture.</summary>
    [Fact]
    public Task The_picture_is_of_this_code()
    {
        var text = new StringBuilder(
            """
            # Folders

            Each folder of a service uses folders below it and none above it. An arrow points to what is used; an arrow that follows
            from others is left out. A table belongs to the lowest folder that writes to it; folders below that one do not name it.
            Verified by `tests/Architecture.Tests` (`FolderOrderTests`), where the order stands.

            """);
        foreach (var service in Service.All) Draw(service, text);
        return Testing.Documents.Verify("docs/folders.md", text.ToString());
    }

    private static void Draw(Service service, StringBuilder text)
    {
        var graph = FolderGraph.Of(service);
        text.Append($"\n## {service.Name}.Service\n\n```mermaid\nflowchart TB\n");
        foreach (var folder in FolderOrder.Of(service).Reverse())
        {
            text.Append($"  {folder}\n");
            foreach (var used in Direct(graph, folder)) text.Append($"  {folder} --> {used}\n");
        }

        text.Append("```\n\n| folder | its tables |\n|---|---|\n");
        var owners = TableGraph.Of(service).Owners([.. FolderOrder.Of(service)]).ToLookup(table => table.Value, table => table.Key);
        foreach (var folder in FolderOrder.Of(service).Reverse().Where(owners.Contains))
            text.Append($"| {folder} | {string.Join(", ", owners[folder])} |\n");
    }

    /// <summary>Without those that are reached by way of another.</summary>
    private static IEnumerable<string> Direct(FolderGraph graph, string folder) =>
        graph.Uses(folder).Keys.Where(used => !graph.Uses(folder).Keys.Any(other => other != used && Reaches(graph, other, used)));

    private static bool Reaches(FolderGraph graph, string from, string to) =>
        graph.Uses(from).Keys.Any(next => next == to || Reaches(graph, next, to));
}
