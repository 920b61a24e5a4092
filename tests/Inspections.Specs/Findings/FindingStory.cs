using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Testing;

namespace Campaign.Inspections.Specs;

/// <summary>A case on a normal day, in steps that specs pick up where they need them.</summary>
internal static class FindingStory
{
    public const string Number = "990101001-2024-000001";
    public const string Unit = "U013";
    public const string AnotherUnit = "U010";
    public static readonly DateTimeOffset Morning = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateTimeOffset Due = Morning.AddDays(2);
    public static readonly string[] Before = [new('a', 64)];
    public static readonly string[] After = [new('b', 64)];

    public static readonly FindingRecorded Recorded =
        new(Number, "0110", Severity.Minor, "垃圾桶旁暴露生活垃圾", new Place(117.2, 33.6), Before, null, Morning, FromLedger: false);

    /// <summary>The assignment in Tasks: issued, and later steps of it.</summary>
    public static readonly AssignmentStep Issued = new(Guid.Parse("019300c8-0000-7000-8000-000000000001"), 1);

    public static readonly FindingRouted Routed = new(Number, 1, Unit, [], Due, Issued, Morning.AddHours(1), FromLedger: false);
    public static readonly FindingAcknowledged Acknowledged = new(1, Unit, Morning.AddHours(2));
    public static readonly RoutingDeclined Declined = new(Number, 1, Unit, "不属本单位职责", Step(2), Morning.AddHours(2));
    public static readonly FindingBecameOverdue Overdue = new(Number, 1, Unit, Due);
    public static readonly RectificationReported Reported = new(1, Unit, After, null, Morning.AddHours(5));
    public static readonly RectificationRejected Rejected = new(Number, 1, Unit, Due, "仍有残留", Morning.AddHours(6));
    public static readonly FindingStruckOff StruckOff = new(Number, 1, Unit, Due, Morning.AddHours(8));
    public static readonly FindingRelapsed Relapsed = new(Number, 2, Unit, "回头看发现再次堆积", Morning.AddDays(7), FromLedger: false);

    public static AssignmentStep Step(long version) => Issued with { Version = version };

    public static Scenario<Finding> Given(params object[] history) => new(history);
}
