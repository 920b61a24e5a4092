namespace Campaign.Architecture.Tests;

/// <summary>The folders of each service from the lowest to the highest: a folder uses those before it and none after it.</summary>
internal static class FolderOrder
{
    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        ["Tasks"] =
        [
            "Imports", "Organisation", "Responsibility", "Calendars", "DueDates", "Assignments", "Archives", "Progress",
            "Points", "Indicators",
            "Recurrences", "Rosters", "Rectifications", "Deadlines", "Countdown", "Dispatch", "Plans", "Census", "Reports", "History",
            "Integration",
        ],
        ["Inspections"] =
        [
            "Kernel", "Reference", "Places", "Evidence", "Findings", "Questions", "Ledger", "Figures", "LookBacks", "ScoreSheets",
            "Inspections", "Sampling", "Covert", "Integration", "Offline", "Imports",
        ],
        ["Scoring"] =
        [
            "Kernel", "Yaml", "Honours", "Findings", "Inspections", "Assignments", "Rulebook", "Facts", "Metrics", "Grades",
            "Figures", "Scorecards",
            "Subjects", "Inbox", "Vetoes", "Commendations", "Sanctions", "ScoreCache", "Policies", "ManualEntries", "Months",
            "FigureTables",
            "Evaluations", "Totals", "Bulletins", "Weeks", "Appeals", "Corrections", "Awards", "Trends", "Advice", "District",
            "Integration",
        ],
        ["Integration"] = ["Feed"],
    };

    public static IReadOnlyList<string> Of(Service service) => Orders[service.Name];
}
