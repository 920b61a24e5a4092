using Campaign.ServiceDefaults.Identity;

namespace Campaign.Inspections.Reference;

internal static class OwnUnits
{
    /// <summary>The units that a caller is held to; null for who sees the whole street, and so acts even for what is no unit's.</summary>
    public static string[]? OnlyUnits(this Caller caller) => caller.ActsFor("") ? null : [.. caller.Units];
}
