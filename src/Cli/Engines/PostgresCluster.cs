using System.Globalization;
using Campaign.Cli.Processes;
using Npgsql;

namespace Campaign.Cli.Engines;

/// <summary>The cluster's directory and the programs of the version that made it.</summary>
internal sealed class PostgresCluster(string directory, PostgresAccount account)
{
    private const string Versions = "/usr/lib/postgresql";

    public string Directory { get; } = account.PlaceFor(directory);

    public static bool IsInstalled => InstalledVersions.Any();

    private static IEnumerable<int> InstalledVersions =>
        System.IO.Directory.Exists(Versions)
            ? new DirectoryInfo(Versions).EnumerateDirectories()
                .Where(version => File.Exists(Path.Combine(version.FullName, "bin", "initdb")))
                .Select(version => int.TryParse(version.Name, out var number) ? number : 0)
                .Where(number => number > 0)
            : [];

    public bool Exists => File.Exists(Path.Combine(Directory, "PG_VERSION"));

    public IReadOnlyList<string> Command(string program, params IReadOnlyList<string> arguments) =>
        [.. account.Prefix, Program(program), .. arguments];

    /// <summary>
    /// The server, which stops in order when the shell in front of it is killed; after the change of account, which would undo it.
    /// </summary>
    public IReadOnlyList<string> ServerCommand =>
        [.. account.Prefix, "setpriv", "--pdeathsig", "INT", "--", Program("postgres"), "-D", Directory];

    /// <summary>Everything in it as of one moment, with the WAL that belongs to it, compressed; the server keeps running.</summary>
    public async Task BackUp(string into, string adminConnection, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(adminConnection);
        await Tool.Run(
            [
                Program("pg_basebackup"), "--pgdata", into, "--format=tar", "--gzip", "--wal-method=stream", "--checkpoint=fast",
                "--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, "--no-password",
            ],
            ct,
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["PGPASSWORD"] = server.Password! });
    }

    /// <summary>Makes the cluster from what <see cref="BackUp"/> wrote.</summary>
    public async Task Unpack(string from, CancellationToken ct)
    {
        await PostgresAccount.OwnDirectory(Directory, ct);
        await Tool.Run(["tar", "-xzf", Path.Combine(from, "base.tar.gz"), "-C", Directory], ct);
        await Tool.Run(["tar", "-xzf", Path.Combine(from, "pg_wal.tar.gz"), "-C", Path.Combine(Directory, "pg_wal")], ct);
        await PostgresAccount.OwnEverythingIn(Directory, ct);
    }

    /// <summary>Makes the cluster unless it is there; the statements run before anyone can connect.</summary>
    public async Task Create(IEnumerable<string> statements, CancellationToken ct)
    {
        if (Exists)
            return;
        // Built beside and moved, so that an interrupted attempt never looks finished.
        var unfinished = Directory + ".new";
        if (System.IO.Directory.Exists(unfinished))
            System.IO.Directory.Delete(unfinished, recursive: true);
        await PostgresAccount.OwnDirectory(unfinished, ct);
        await Tool.Run(
            Command("initdb", "-D", unfinished, "--username=postgres", "--auth-host=scram-sha-256", "--auth-local=reject",
                "--encoding=UTF8", "--locale=C.UTF-8"), ct);
        await Tool.Run(Command("postgres", "--single", "-D", unfinished, "postgres"), ct, string.Join('\n', statements) + "\n");
        System.IO.Directory.Move(unfinished, Directory);
    }

    /// <summary>The process that serves it, if one does.</summary>
    public int? ServerPid()
    {
        var stamp = Path.Combine(Directory, "postmaster.pid");
        return File.Exists(stamp)
            && int.TryParse(File.ReadLines(stamp).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
    }

    private string Program(string name) => Path.Combine(Versions, $"{Version()}", "bin", name);

    /// <exception cref="LaunchException">It was made by a version that is not installed.</exception>
    public int Version()
    {
        var stamp = new FileInfo(Path.Combine(Directory, "PG_VERSION"));
        if (!stamp.Exists)
            return IsInstalled ? InstalledVersions.Max() : throw new LaunchException($"本机没有安装 PostgreSQL。{LaunchException.InstallEngines}");
        var version = int.Parse(File.ReadAllText(stamp.FullName), CultureInfo.InvariantCulture);
        return InstalledVersions.Contains(version)
            ? version
            : throw new LaunchException($"{Directory} 中的数据由 PostgreSQL {version} 建立，本机没有这个版本。请安装 postgresql-{version}，或用 pg_upgrade 升级数据。");
    }
}
