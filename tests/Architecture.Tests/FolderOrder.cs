namespace Campaign.Architecture.Tests;

/// <summary>The folders of each service from the lowest to the highest: a folder uses those before it and none after it.</summary>
internal static class FolderOrder
{
    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["Tasks"] = [],
        ["Inspections"] =
        [
            "Kernel", "Reference", "Places", "Evidence", "Findings", "Questions", "Ledger", "Figures", "LookBacks", "ScoreSheets",
            "Inspections", "Sampling", "Covert", "Integration", "Offline", "Imports",
        ],
        ["Scoring"] = [],
        ["Integration"] = ["Feed"],
    };

    public static IReadOnlyList<string> Of(Service service) => Orders[service.Name];
}
