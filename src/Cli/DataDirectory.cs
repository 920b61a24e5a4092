using System.Security.Cryptography;

namespace Campaign.Cli;

/// <summary>Everything a run keeps lies under one directory (`.local/`): deleting it is a full reset.</summary>
internal sealed class DataDirectory
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DataDirectory(string path)
    {
        Root = Path.GetFullPath(path);
        // Left to the umask: the account of PostgreSQL has to pass through here.
        Directory.CreateDirectory(Root);
        foreach (var owned in new[] { Logs, Run, Secrets })
        {
            Directory.CreateDirectory(owned, OwnerOnly);
            // Whoever made it before may have left it to the umask.
            Close(owned);
        }

        foreach (var owned in new[] { Evidence, At("backups") }.Where(Directory.Exists)) CloseIfOurs(owned);
    }

    public string Root { get; }

    public string Logs => At("logs");

    public string Run => At("run");

    public string Secrets => At("secrets");

    /// <summary>Photos and documents, with people in them.</summary>
    public string Evidence => At("evidence");

    /// <summary>Where the gateway writes the first administrator's one-time link.</summary>
    public string SetupLinkFile => At("setup-link");

    public string At(string name) => Path.Combine(Root, name);

    public string LogOf(string part) => Path.Combine(Logs, part + ".log");

    public string SecretFile(string name) => Path.Combine(Secrets, name);

    private static void CloseIfOurs(string directory)
    {
        try
        {
            Close(directory);
        }
        catch (UnauthorizedAccessException)
        {
            // Of another account, who decides.
        }
    }

    private static void Close(string directory)
    {
        if (File.GetUnixFileMode(directory) != OwnerOnly) File.SetUnixFileMode(directory, OwnerOnly);
    }

    /// <summary>The secret of that name, made up at its first use.</summary>
    public string Secret(string name)
    {
        var file = SecretFile(name);
        if (!File.Exists(file))
            PrivateFile.Write(file, RandomNumberGenerator.GetHexString(40, lowercase: true));
        return File.ReadAllText(file);
    }
}
