using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Engines;

/// <summary>
/// PostgreSQL refuses to run as root. As root we run it as the distribution's user postgres,
/// who must be able to reach a directory that may lie below a private one (/root, mktemp -d).
/// </summary>
internal sealed class PostgresAccount
{
    private const string SpareRoot = "/var/lib/campaign";

    private static readonly string[] AsPostgres = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"];
    private static readonly string[] PassingPrivateDirectories = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];

    private readonly bool ownPlace;

    private PostgresAccount(IReadOnlyList<string> prefix, bool ownPlace = false)
    {
        Prefix = prefix;
        this.ownPlace = ownPlace;
    }

    /// <summary>Goes in front of every PostgreSQL command.</summary>
    public IReadOnlyList<string> Prefix { get; }

    public static PostgresAccount For(string directory)
    {
        if (!Environment.IsPrivilegedProcess)
            return new([]);
        var parent = Path.GetDirectoryName(directory)!;
        string[] plain = [.. AsPostgres, "--"];
        string[] capable = [.. AsPostgres, .. PassingPrivateDirectories, "--"];
        return CanReach(plain, parent) ? new(plain) : CanReach(capable, parent) ? new(capable) : new(plain, ownPlace: true);
    }

    /// <summary>The directory itself, or one under /var/lib that it names by a link when nothing else works.</summary>
    public string PlaceFor(string directory)
    {
        if (!ownPlace)
            return directory;
        if (new DirectoryInfo(directory).LinkTarget is { } known)
            return known;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..16];
        var place = Path.Combine(Directory.CreateDirectory(SpareRoot).FullName, name);
        File.CreateSymbolicLink(directory, place);
        return place;
    }

    /// <summary>Removes the place under /var/lib that this directory only names, if it does.</summary>
    public static void RemoveSparePlace(string directory)
    {
        if (new DirectoryInfo(directory).LinkTarget is { } place && Directory.Exists(place))
            Directory.Delete(place, recursive: true);
    }

    public static async Task OwnDirectory(string path, CancellationToken ct)
    {
        if (Environment.IsPrivilegedProcess)
            await Tool.Run(["install", "-d", "-o", "postgres", "-g", "postgres", "-m", "0700", path], ct);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static async Task OwnEverythingIn(string path, CancellationToken ct)
    {
        if (Environment.IsPrivilegedProcess)
            await Tool.Run(["chown", "-R", "postgres:postgres", path], ct);
    }

    private static bool CanReach(string[] prefix, string directory)
    {
        // Not `test -x`: access(2) ignores ambient capabilities, a real look-up does not.
        var start = new ProcessStartInfo(prefix[0], [.. prefix.Skip(1), "stat", Path.Combine(directory, ".")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var test = Process.Start(start)!;
        test.WaitForExit();
        return test.ExitCode == 0;
    }
}
