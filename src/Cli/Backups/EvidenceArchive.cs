using System.Formats.Tar;

namespace Campaign.Cli.Backups;

/// <summary>Photos and documents in one file. They are written once and never changed, so that a running system is no hindrance.</summary>
internal static class EvidenceArchive
{
    private const string StillArriving = ".part";

    public static async Task Write(string evidence, string archive, CancellationToken ct)
    {
        var ownerOnly = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        await using var tar = new TarWriter(new FileStream(archive, ownerOnly));
        foreach (var path in Directory.Exists(evidence) ? Directory.EnumerateFiles(evidence, "*", SearchOption.AllDirectories) : [])
        {
            if (!path.EndsWith(StillArriving, StringComparison.Ordinal))
                await tar.WriteEntryAsync(path, Path.GetRelativePath(evidence, path), ct);
        }
    }

    public static Task Unpack(string archive, string evidence, CancellationToken ct)
    {
        Directory.CreateDirectory(evidence, DataDirectory.OwnerOnly);
        return TarFile.ExtractToDirectoryAsync(archive, evidence, overwriteFiles: false, ct);
    }
}
