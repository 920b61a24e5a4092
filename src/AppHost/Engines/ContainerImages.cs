using System.ComponentModel;
using System.Diagnostics;

namespace Campaign.AppHost.Engines;

/// <summary>The images that Aspire asks for, as a container engine names them.</summary>
internal static class ContainerImages
{
    public static readonly IReadOnlyList<string> All = ["postgres:18.3", "rabbitmq:4.3-management"];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Whether the engine answers and need not fetch anything.</summary>
    public static bool AreHere(string containerEngine)
    {
        try
        {
            var question = new ProcessStartInfo(containerEngine, ["image", "inspect", "--format", "{{.Id}}", .. All])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var answer = Process.Start(question)!;
            return answer.WaitForExit(Timeout) && answer.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
