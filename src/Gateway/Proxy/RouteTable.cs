namespace Campaign.Gateway.Proxy;

/// <summary>Which service owns which address: the whole routing table. Paths go through unchanged.</summary>
internal sealed record RouteTable(string Service, string[] OfStreet, string[] OfDistrict, string[] Elsewhere)
{
    public static readonly IReadOnlyList<RouteTable> All =
    [
        new("tasks",
            OfStreet: ["units", "communities", "posts", "organisation", "responsibility-rules", "responsible", "plans", "assignments",
                "unrouted-findings", "recurrences", "rosters", "evaluation-date", "countdown", "inspection-points",
                "work-statistics", "reports",
                "indicator-standards", "indicators", "indicator-values", "establishments", "census", "heading-words", "my-communities"],
            OfDistrict: ["streets", "calendars", "indicator-standards", "indicators", "indicator-values"],
            Elsewhere: ["/api/operations/tasks"]),
        new("inspections",
            OfStreet: ["findings", "sheets", "inspections", "sampling-plans", "draws", "history-imports", "evidence", "ledger",
                "evidence-questions", "boundaries", "finding-settings", "proposals", "look-backs", "sync"],
            OfDistrict: ["finding-categories", "findings"],
            Elsewhere: ["/api/operations/inspections"]),
        new("scoring",
            OfStreet: ["months", "policies", "vetoes", "commendations", "subjects", "scorecards", "bulletins",
                "manual-entries", "grades", "closing-day", "appeals", "evaluations", "totals", "award-schemes", "awards", "guarantor-links",
                "letterhead", "figures", "weeks", "week-notices", "sanctions"],
            OfDistrict: ["comparison", "policies", "departments"],
            Elsewhere: ["/api/operations/scoring"]),
        new("integration",
            OfStreet: [],
            OfDistrict: [],
            Elsewhere: ["/api/events", "/api/integrations", "/open311", "/api/operations/integration"]),
    ];

    /// <summary>Photos and whole ledgers; everything else is held to the limit for JSON.</summary>
    public static readonly IReadOnlySet<string> Uploads = new HashSet<string>(StringComparer.Ordinal)
    {
        "evidence", "history-imports", "plans", "sheets", "establishments",
    };

    public IEnumerable<(string Path, bool IsUpload)> Paths() =>
    [
        .. OfStreet.Select(name => ($"/api/streets/{{street}}/{name}", Uploads.Contains(name))),
        .. OfDistrict.Select(name => ($"/api/district/{name}", Uploads.Contains(name))),
        .. Elsewhere.Select(path => (path, false)),
    ];
}
