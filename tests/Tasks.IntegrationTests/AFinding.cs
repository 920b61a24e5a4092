using Campaign.Contracts.Inspections;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The facts of one finding as Inspections tells them.</summary>
internal sealed class AFinding(string street)
{
    public const string Description = "垃圾桶旁暴露生活垃圾";
    public static readonly DateTimeOffset Morning = new(2099, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly string number = $"{street}-2099-000001";

    public Guid Id { get; } = Guid.CreateVersion7();

    public FindingRecorded Recorded(string category, bool fromLedger = false) =>
        new(street, Id, 1, number, category, "Minor", "C1", null, null, "健康路", Description, Morning, fromLedger);

    public RectificationRejected Rejected(long version, string unit, DateTimeOffset due) =>
        new(street, Id, version, number, 1, unit, due, "仍有残留", Morning.AddHours(5));

    public FindingStruckOff StruckOff(long version, string unit, DateTimeOffset due) =>
        new(street, Id, version, number, 1, unit, due, Morning.AddHours(6));

    public FindingRelapsed Relapsed(long version, string unit, bool fromLedger) =>
        new(street, Id, version, number, 2, unit, Morning, fromLedger);

    public FindingVoided Voided(long version) => new(street, Id, version, number, 1, "误登", Morning.AddHours(1));

    /// <summary>Routed, declined, routed on, late, rejected, struck off.</summary>
    public object[] Ledger(string first, string second, DateTimeOffset due) =>
    [
        Recorded(AStreet.Garbage, fromLedger: true),
        new FindingRouted(street, Id, 2, number, 1, first, due, Morning, FromLedger: true),
        new FindingRoutingDeclined(street, Id, 3, number, 1, first, Morning.AddHours(1)),
        new FindingRouted(street, Id, 4, number, 1, second, due, Morning.AddHours(2), FromLedger: true),
        new FindingBecameOverdue(street, Id, 5, number, 1, second, due),
        Rejected(7, second, due),
        StruckOff(9, second, due),
    ];
}
