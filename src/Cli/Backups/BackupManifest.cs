using System.Security.Cryptography;
using System.Text.Json;

namespace Campaign.Cli.Backups;

/// <summary>What a backup holds and where publishing goes on once it is restored. Without this file a directory is no backup.</summary>
/// <param name="Postgres">Major version of the cluster; only the same one opens it.</param>
/// <param name="Files">SHA-256 of every other file, by its path in the backup.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset TakenAt, string Platform, int Postgres,
    IReadOnlyDictionary<string, StreamPositions> Databases, IReadOnlyDictionary<string, string> Files)
{
    public const int CurrentFormat = 1;

    private const string FileName = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string directory) => PrivateFile.Write(Path.Combine(directory, FileName), JsonSerializer.Serialize(this, Json));

    /// <exception cref="LaunchException">It is no backup, or not the one that was written.</exception>
    public static async Task<BackupManifest> Verified(string directory, CancellationToken ct)
    {
        var manifest = Read(Path.Combine(directory, FileName));
        var actual = await Digests(directory, ct);
        var damaged = manifest.Files.Where(file => actual.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();
        return damaged.Count == 0
            ? manifest
            : throw new LaunchException($"备份 {directory} 已损坏，没有做任何改动。缺失或内容不符的文件：{string.Join('、', damaged)}");
    }

    public static async Task<Dictionary<string, string>> Digests(string directory, CancellationToken ct)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != FileName))
        {
            await using var file = File.OpenRead(path);
            digests[Path.GetRelativePath(directory, path)] = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        }

        return digests;
    }

    private static BackupManifest Read(string file)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(file), Json)!;
            return manifest.Format == CurrentFormat
                ? manifest
                : throw new LaunchException($"备份的格式是第 {manifest.Format} 版，本程序只认识第 {CurrentFormat} 版。");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new LaunchException($"{Path.GetDirectoryName(file)} 不是一份完整的备份：{unreadable.Message}");
        }
    }
}

/// <param name="Events">Sequence of the newest event when the backup began: all of them are in it.</param>
/// <param name="Publisher">The last event whose fact is certain to have reached everybody; what follows is to be published again.</param>
internal sealed record StreamPositions(long Events, long Publisher);
