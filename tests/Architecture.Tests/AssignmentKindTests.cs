using System.Text.RegularExpressions;
using Campaign.Tasks.Assignments;

namespace Campaign.Architecture.Tests;

/// <summary>A kind of assignment is one folder and one member of the enum: others ask what a kind says, not which it is.</summary>
public sealed partial class AssignmentKindTests
{
    /// <summary>Who names a kind beside its folder, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Schema/020_assignments.read.sql"] = "The predicate of an index is written out; OverdueWatch asks for the same kinds.",
        ["Schema/040_recurrences.read.sql"] = "The predicate of an index is written out; MissedWatch asks for the same kinds.",
    };

    private static readonly string Source = Path.Combine(Testing.Documents.Root, "src", "Tasks.Service");

    [Fact]
    public void Every_kind_has_a_folder() => Homes().Keys.Order().ShouldBe(Enum.GetNames<AssignmentKind>().Order());

    [Fact]
    public void Nobody_but_the_folder_of_a_kind_names_it()
    {
        var homes = Homes();
        var named = (from file in Files("*.cs").Concat(Files("*.sql"))
                     from Match name in Named().Matches(file.Text)
                     let kind = name.Groups["kind"].Value
                     where homes.GetValueOrDefault(kind) != file.Folder
                     select (file.Path, Says: $"{file.Path}: {name.Value}")).ToList();
        named.Where(name => !Exceptions.ContainsKey(name.Path)).Select(name => name.Says).ShouldBeEmpty();
        Exceptions.Keys.Except(named.Select(name => name.Path)).ShouldBeEmpty("these name none any more");
    }

    /// <summary>The folder that brings each kind.</summary>
    private static Dictionary<string, string> Homes() => Files("*.cs")
        .SelectMany(file => Brought().Matches(file.Text).Select(kind => (Kind: kind.Groups["kind"].Value, file.Folder)))
        .ToDictionary(home => home.Kind, home => home.Folder, StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Folder, string Text)> Files(string pattern) =>
        from file in Directory.EnumerateFiles(Source, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Source, file).Replace(Path.DirectorySeparatorChar, '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, path.Split('/')[0], File.ReadAllText(file));

    [GeneratedRegex(@"public AssignmentKind Kind => AssignmentKind\.(?<kind>\w+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brought();

    /// <summary>As a member, or as rows have it.</summary>
    [GeneratedRegex(
        @"AssignmentKind\.(?<kind>[A-Z]\w+)|'(?<kind>OneOff|Rectification|Recurring|Roster|Archive|PointPreparation|IndicatorTarget)'",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
