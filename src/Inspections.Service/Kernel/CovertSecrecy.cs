using Campaign.Web;

namespace Campaign.Inspections.Kernel;

/// <summary>
/// 暗访 works as long as nobody who is visited, and nobody whom he might ask, knows who comes: until its result is confirmed, only those
/// who send and those who go are told a name.
/// </summary>
internal static class CovertSecrecy
{
    /// <summary>Of a row of <c>inspections</c>.</summary>
    public const string Veiled = "(kind = 'Covert' AND status <> 'Confirmed')";

    public static bool InTheKnow(Caller caller) =>
        caller.Is(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator);
}
