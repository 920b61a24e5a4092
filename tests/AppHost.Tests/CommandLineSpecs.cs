using Campaign.Cli;

namespace Campaign.AppHost.Tests;

public sealed class CommandLineSpecs
{
    [Theory]
    [InlineData("status", "--data")]
    [InlineData("backup", "--to", "--data", "elsewhere")]
    [InlineData("restore", "--from")]
    [InlineData("up", "--data", "--detach")]
    public async Task An_option_without_its_value_is_refused_and_makes_no_directory(params string[] arguments)
    {
        var before = Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).ToList();

        (await CliApp.Run(arguments)).ShouldBe(64);

        Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public void What_a_run_keeps_is_for_its_owner_whoever_made_the_directories()
    {
        using var place = new TemporaryData();
        var root = place.Data.Root;
        File.SetUnixFileMode(
            place.Data.Logs, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        var again = new DataDirectory(root);

        foreach (var directory in new[] { again.Logs, again.Run, again.Secrets })
            File.GetUnixFileMode(directory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, directory);
    }
}
