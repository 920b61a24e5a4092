namespace Campaign.AppHost.Running;

/// <summary>A text file that is put aside when it becomes long; one such is kept.</summary>
internal sealed class LogFile(string path, long longest = 10_000_000)
{
    public async Task Append(IEnumerable<string> lines, CancellationToken ct)
    {
        if (new FileInfo(path) is { Exists: true } file && file.Length > longest)
            File.Move(path, path + ".1", overwrite: true);
        await File.AppendAllLinesAsync(path, lines, ct);
    }
}
