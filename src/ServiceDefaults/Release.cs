using System.Reflection;

namespace Campaign.ServiceDefaults;

/// <summary>Which release a process is of, as it says in health and telemetry.</summary>
internal static class Release
{
    public static readonly string Version =
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
