using System.Buffers.Binary;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.LookBacks;

/// <summary>
/// 安排回头看: 7, 30 and 90 days after striking off, for every finding that relapsed before and for a share of the rest. Terms that
/// are over already, as those of an old ledger, are not asked for. Pure.
/// </summary>
internal static class PlanLookBacks
{
    public static readonly IReadOnlyList<int> Terms = [7, 30, 90];
    private const int Whole = 100;

    public static IEnumerable<LookBackPlanned> For(Guid finding, FindingStruckOff struckOff, int percent, DateOnly today)
    {
        if (struckOff.Round == 1 && !IsInShare(finding, percent)) return [];
        return from days in Terms
               let due = ChinaTime.DateOf(struckOff.At).AddDays(days)
               where due >= today
               select new LookBackPlanned(finding, struckOff.CaseNumber, struckOff.Round, days, due, struckOff.Unit, struckOff.At);
    }

    /// <summary>By a hash of the finding, so that everybody who asks comes to the same answer; a larger share holds the smaller.</summary>
    public static bool IsInShare(Guid finding, int percent)
    {
        Span<byte> hash = stackalloc byte[16];
        DeterministicGuid.From(finding, "look-back-share").TryWriteBytes(hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) % Whole < percent;
    }
}
