namespace Campaign.Gateway.Setup;

internal static class SecretFile
{
    /// <summary>Written aside and moved into place, readable by its owner only from the first byte on.</summary>
    public static async Task Write(string path, string text, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var aside = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(aside, options)) await writer.WriteAsync(text.AsMemory(), cancellation);
        File.Move(aside, path, overwrite: true);
    }
}
