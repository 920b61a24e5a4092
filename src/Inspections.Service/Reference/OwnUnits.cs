using Campaign.ServiceDefaults.Identity;

namespace Campaign.Inspections.Reference;

internal static class OwnUnits
{
    /// <summary>The units that a unit officer is held to; null for who sees the whole street.</summary>
    public static string[]? OnlyUnits(this Caller caller) => caller.ActsFor("") ? null : [.. caller.Units];
}
