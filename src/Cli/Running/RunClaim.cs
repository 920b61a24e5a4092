namespace Campaign.Cli.Running;

/// <summary>The right to run on a data directory. The kernel takes it back from a process that dies, however it dies.</summary>
internal sealed class RunClaim : IDisposable
{
    private readonly FileStream file;

    private RunClaim(FileStream file) => this.file = file;

    public static RunClaim? TryTake(DataDirectory data)
    {
        try
        {
            return new(new FileStream(Path.Combine(data.Run, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => file.Dispose();
}
