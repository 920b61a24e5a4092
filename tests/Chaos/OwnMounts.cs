using System.Diagnostics;
using System.Runtime.InteropServices;
using Campaign.Cli;

namespace Campaign.Chaos;

/// <summary>
/// A view of the file systems that only this program and what it starts has, so that it may mount what nobody else sees and what goes
/// with its last process. Root needs a mount namespace for it; anybody else a user namespace too, where he may mount as well.
/// </summary>
internal static partial class OwnMounts
{
    private const string Mark = "CAMPAIGN_CHAOS_OWN_MOUNTS";
    private const string Probe = "true";

    public static bool AreThere => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>
    /// Begins this program anew among mounts of its own. Returns where the machine does not allow that, or it is done already.
    /// </summary>
    public static void Begin(string[] args)
    {
        if (AreThere || !OperatingSystem.IsLinux()) return;
        // setpriv to the account of PostgreSQL needs all the accounts, so root stays out of a user namespace.
        string[] unshare = Environment.IsPrivilegedProcess
            ? ["unshare", "--mount", "--"]
            : ["unshare", "--mount", "--map-current-user", "--keep-caps", "--"];
        if (!Allows(unshare)) return;
        // In the place of this process, so that whoever started it still holds the right one.
        _ = Execute(unshare[0], [.. unshare, "env", $"{Mark}=1", Checkout.DotNet, typeof(OwnMounts).Assembly.Location, .. args, null]);
    }

    private static bool Allows(string[] unshare)
    {
        try
        {
            using var probe = Process.Start(
                new ProcessStartInfo(unshare[0], [.. unshare[1..], Probe]) { UseShellExecute = false, RedirectStandardError = true })!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "execvp", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Execute(string program, string?[] arguments);
}
