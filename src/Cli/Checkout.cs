namespace Campaign.Cli;

/// <summary>Where the built programs of this checkout lie: all in the same configuration as the one that runs.</summary>
internal sealed record Checkout(string Root, string Configuration, string Framework)
{
    private const string Solution = "Campaign.sln";

    public static Checkout Current { get; } = Find(AppContext.BaseDirectory);

    public string DefaultData => Path.Combine(Root, ".local");

    /// <summary>The host of this very runtime, whatever PATH says.</summary>
    public static string DotNet { get; } =
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public string Program(string project, string assembly) =>
        Path.Combine(Root, "src", project, "bin", Configuration, Framework, assembly + ".dll");

    private static Checkout Find(string start)
    {
        // …/bin/Debug/net10.0/
        var output = new DirectoryInfo(Path.TrimEndingDirectorySeparator(start));
        for (var directory = output; directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, Solution)))
                return new(directory.FullName, output.Parent!.Name, output.Name);
        }

        throw new InvalidOperationException($"{start} is not below a directory with {Solution}.");
    }
}
