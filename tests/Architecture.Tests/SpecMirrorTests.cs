using System.Text.RegularExpressions;

namespace Campaign.Architecture.Tests;

/// <summary>
/// The specs of a service have the shape of the service: a slice in <c>Folder/Slice.cs</c> is specified in <c>Folder/SliceSpecs.cs</c>.
/// </summary>
public sealed partial class SpecMirrorTests
{
    public static TheoryData<string> Services => ["Tasks", "Inspections", "Scoring"];

    [Theory, MemberData(nameof(Services))]
    public void Every_slice_has_specs_of_its_name(string service)
    {
        var (source, specs) = (
            Path.Combine(Testing.Documents.Root, "src", $"{service}.Service"),
            Path.Combine(Testing.Documents.Root, "tests", $"{service}.Specs"));
        var unspecified = from file in Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
                          let slice = Path.ChangeExtension(Path.GetRelativePath(source, file), null)
                          where !slice.StartsWith("obj", StringComparison.Ordinal) && Decides().IsMatch(File.ReadAllText(file))
                          where !File.Exists(Path.Combine(specs, $"{slice}Specs.cs"))
                          select slice.Replace(Path.DirectorySeparatorChar, '/');
        unspecified.ShouldBeEmpty();
    }

    /// <summary>A watch that looks for what is due overrides a protected one, and asks a command.</summary>
    [GeneratedRegex(@"\b(public|internal) (static )?(Joint)?Decision Decide\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decides();
}
