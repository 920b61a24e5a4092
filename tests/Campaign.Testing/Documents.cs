namespace Campaign.Testing;

/// <summary>
/// A document in the repository that the code must agree with. With <c>CAMPAIGN_UPDATE_DOCS=1</c> the test writes it
/// instead, and the change is reviewed like any other.
/// </summary>
public static class Documents
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static async Task Verify(string path, string actual)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("CAMPAIGN_UPDATE_DOCS") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, actual);
            return;
        }
        var written = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
        actual.ShouldBe(
            written, $"{path} does not say what the code does; run this test with CAMPAIGN_UPDATE_DOCS=1 and review the change");
    }

    private static string FindRoot(string directory)
    {
        var at = new DirectoryInfo(directory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Campaign.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException($"No Campaign.sln above {directory}.");
    }
}
