using System.Text.RegularExpressions;

namespace Campaign.Architecture.Tests;

/// <summary>
/// The specs of a service have the shape of the service: a slice in <c>Folder/Slice.cs</c> is specified in <c>Folder/SliceSpecs.cs</c>.
/// </summary>
public sealed partial class SpecMirrorTests
{
    /// <summary>
    /// Slices that are specified elsewhere, with others of their kind or by integration tests; nothing is to be added here.
    /// </summary>
    private static readonly Dictionary<string, string[]> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Tasks"] =
        [
            "Assignments/EndSuspension", "Census/CensusTrades", "Census/CheckEstablishment", "Census/CloseEstablishment",
            "Census/RegisterEstablishment", "Countdown/MoveDeadline", "Countdown/SetEvaluationDate", "Deadlines/ResumeClock",
            "Indicators/SetIndicatorStandard", "Indicators/WithdrawIndicatorValue", "Organisation/Communities", "Organisation/HandOverPost",
            "Organisation/RegisterPost", "Organisation/Streets", "Organisation/Units", "Plans/ImportPlan",
            "Points/InspectionPoint", "Recurrences/MissOccurrence", "Recurrences/StopSeries", "Recurrences/WithdrawOccurrence",
            "Responsibility/DrawResponsibilityMap",
        ],
        ["Inspections"] = ["Findings/OverdueWatch"],
        ["Scoring"] = ["Subjects/Registration"],
    };

    public static TheoryData<string> Services => [.. Elsewhere.Keys];

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
        unspecified.ShouldBe(Elsewhere[service], ignoreOrder: true);
    }

    [GeneratedRegex(@"\b(Joint)?Decision Decide\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decides();
}
