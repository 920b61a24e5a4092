using System.Reflection;
using System.Text.RegularExpressions;
using Campaign.Testing;

namespace Campaign.Architecture.Tests;

/// <summary>Dependencies point one way: services → Contracts, Documents, EventStore, Figures …; nobody → a service.</summary>
public sealed partial class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Analyzers"] = [],
        ["EventStore"] = [],
        ["Documents"] = [],
        ["Figures"] = [],
        ["Client"] = [],
        ["Cli"] = ["Client"],
        ["Demo"] = ["Client"],
        ["Web.Conventions"] = ["Documents", "EventStore"],
        ["Messaging"] = ["EventStore", "Web.Conventions"],
        ["ServiceDefaults"] = ["EventStore", "Messaging", "Web.Conventions"],
        ["Gateway"] = ["ServiceDefaults", "Web.Conventions"],
        ["Tasks.Service"] = ["Contracts", "Documents", "EventStore", "Messaging", "ServiceDefaults", "Web.Conventions"],
        ["Inspections.Service"] = ["Contracts", "Documents", "EventStore", "Figures", "Messaging", "ServiceDefaults", "Web.Conventions"],
        ["Scoring.Service"] = ["Contracts", "Documents", "EventStore", "Figures", "Messaging", "ServiceDefaults", "Web.Conventions"],
        ["Integration.Service"] = ["Contracts", "EventStore", "Messaging", "ServiceDefaults", "Web.Conventions"],
        // The deployment picture names every process.
        ["AppHost"] = ["Cli", "Tasks.Service", "Inspections.Service", "Scoring.Service", "Integration.Service", "Gateway", "Demo"],
    };

    [Fact]
    public void Projects_reference_only_what_they_may()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(Testing.Documents.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Allowed.ShouldContainKey(name, $"{name} is new: say here what it may reference");
            References().Matches(File.ReadAllText(project)).Select(m => m.Groups["name"].Value)
                .Except(Allowed[name], StringComparer.Ordinal).ShouldBeEmpty($"{name} may not reference these");
        }
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Testing.Documents.Root, "Campaign.sln"));
        foreach (var folder in new[] { "src", "tests", "bench" })
        {
            Directory.GetFiles(Path.Combine(Testing.Documents.Root, folder), "*.csproj", SearchOption.AllDirectories)
                .Select(Path.GetFileName).Where(file => !solution.Contains(file!, StringComparison.Ordinal)).ShouldBeEmpty(folder);
        }
    }

    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void A_service_shows_nothing_but_its_program(string name) =>
        Service.Called(name).Assembly.GetExportedTypes()
            .Where(t => t.Name != "Program" && t.Namespace?.StartsWith("Campaign", StringComparison.Ordinal) == true)
            .Select(t => t.FullName).ShouldBeEmpty();

    [Theory, MemberData(nameof(Services))]
    public void Events_are_sealed_records_and_flat(string name)
    {
        foreach (var type in Service.Called(name).Events.ByName.Values)
        {
            type.IsSealed.ShouldBeTrue(type.Name);
            type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public).ShouldNotBeNull($"{type.Name} is no record");
            type.Name.ShouldNotEndWith("Changed");
        }
    }

    [GeneratedRegex("""<ProjectReference Include="\.\./[^"]*?/(?<name>[^/"]+)\.csproj""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();
}
