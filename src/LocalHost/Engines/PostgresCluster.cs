using Campaign.LocalHost.Processes;

namespace Campaign.LocalHost.Engines;

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

    public IReadOnlyList<string> Command(string program, params IReadOnlyList<string> arguments) =>
        [.. account.Prefix, Path.Combine(Versions, $"{Version()}", "bin", program), .. arguments];

    /// <summary>Makes the cluster unless it is there; the statements run before anyone can connect.</summary>
    public async Task Create(IEnumerable<string> statements, CancellationToken ct)
    {
        if (File.Exists(Path.Combine(Directory, "PG_VERSION")))
            return;
        // Built beside and moved, so that an interrupted attempt never looks finished.
        var unfinished = Directory + ".new";
        if (System.IO.Directory.Exists(unfinished))
            System.IO.Directory.Delete(unfinished, recursive: true);
        await PostgresAccount.OwnDirectory(unfinished, ct);
        await Tool.Run(Command("initdb", "-D", unfinished, "--username=postgres", "--auth-host=scram-sha-256", "--auth-local=reject", "--encoding=UTF8", "--locale=C.UTF-8"), ct);
        await Tool.Run(Command("postgres", "--single", "-D", unfinished, "postgres"), ct, string.Join('\n', statements) + "\n");
        System.IO.Directory.Move(unfinished, Directory);
    }

    private int Version()
    {
        var stamp = new FileInfo(Path.Combine(Directory, "PG_VERSION"));
        if (!stamp.Exists)
            return InstalledVersions.DefaultIfEmpty().Max();
        var version = int.Parse(File.ReadAllText(stamp.FullName), System.Globalization.CultureInfo.InvariantCulture);
        return InstalledVersions.Contains(version)
            ? version
            : throw new LaunchException($"{Directory} 中的数据由 PostgreSQL {version} 建立，本机没有这个版本。请安装 postgresql-{version}，或用 pg_upgrade 升级数据。");
    }
}
