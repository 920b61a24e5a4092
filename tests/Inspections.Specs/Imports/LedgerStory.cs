using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Imports;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Specs;

/// <summary>A page of an old ledger, and what it is read against.</summary>
internal static class LedgerStory
{
    public const string Street = "990101001";
    public const string Unit = "U013";
    public static readonly DateTimeOffset Morning = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Due = Morning.AddDays(2);
    public static readonly DateTimeOffset Now = Morning.AddDays(60);

    public static readonly SheetVersion Sheet = new("sheet-1", 1, null, "居委会", [new(1, "环境卫生", 15), new(2, "秩序", 5), new(3, "档案", 10)]);

    private static readonly KnownUnit Committee = new("居委会", DateOnly.FromDateTime(Morning.DateTime), null);

    public static readonly LedgerContext Context = new(
        Street, Now, new Dictionary<string, KnownUnit> { [Unit] = Committee, ["U010"] = Committee }, new HashSet<string> { "0110" },
        new Dictionary<(string, int?), SheetVersion> { [("sheet-1", null)] = Sheet, [("sheet-1", 1)] = Sheet },
        new Dictionary<string, Guid>
        {
            ["C-1"] = LedgerIds.Finding(Street, "C-1").Id,
            ["C-2"] = LedgerIds.Finding(Street, "C-2").Id,
        },
        InspectionsModule.Events);

    public static readonly LedgerStep Recording = Step(0, "record");
    public static readonly LedgerStep Routing = Step(1, "route") with { Due = Due };
    public static readonly LedgerStep Reporting = Step(5, "report");
    public static readonly LedgerStep Rejecting = Step(6, "reject") with { Reason = "仍有残留" };
    public static readonly LedgerStep StrikingOff = Step(8, "strikeOff");
    public static readonly LedgerStep Relapsing = Step(200, "relapse");

    public static LedgerStep Step(double hours, string what) => new(Morning.AddHours(hours), what, null, null, null, null);

    public static LedgerFinding Case(params LedgerStep[] timeline) =>
        new("C-1", Unit, "0110", 117.2, 33.6, null, null, null, null, timeline);

    public static LedgerInspection Inspection(params ItemEntry[] items) =>
        new("I-1", Unit, "sheet-1", null, "日常检查", DateOnly.FromDateTime(Morning.DateTime), items);

    public static LedgerStream Here(params IReadOnlyList<RecordedEvent> recorded) => new(LedgerIds.Finding(Street, "C-1"), 0, recorded);

    public static Decision Plan(params LedgerStep[] timeline) => FindingPlan.From(Finding.Initial, 0, Case(timeline), "", Context);

    /// <summary>What the stream holds after the plan was taken.</summary>
    public static IReadOnlyList<RecordedEvent> Imported(RowPlan plan) =>
        [.. plan.Events.Select((e, i) => Recorded(e, i + 1, LedgerHistory.Cause + "request"))];

    public static RecordedEvent Recorded(object data, int version, string? cause = null) =>
        new(LedgerIds.Finding(Street, "C-1"), version, Guid.NewGuid(), data, new EventMetadata(CausationId: cause), version, Now);
}
