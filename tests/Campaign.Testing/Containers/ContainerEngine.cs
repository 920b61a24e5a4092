using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Campaign.Testing.Containers;

/// <summary>Asked by its command line: Testcontainers finds out whether an image is there by pulling it.</summary>
internal static class ContainerEngine
{
    private const string ApiVersion = "DOCKER_API_VERSION";
    private const string NoReaper = "TESTCONTAINERS_RYUK_DISABLED";
    private const string Reaper = "testcontainers/ryuk";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static string PostgresImage { get; } = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_POSTGRES_IMAGE") ?? "postgres:18.3";

    public static string RabbitImage { get; } = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_RABBITMQ_IMAGE")
        ?? "rabbitmq:4.3-management";

    /// <param name="mayPull">Whether images that are not there are worth waiting for.</param>
    public static async Task<bool> IsUsable(bool mayPull)
    {
        if (await Ask("version", "--format", "{{.Server.APIVersion}}") is not { Length: > 0 } version)
            return false;
        if (!mayPull && await Ask("image", "inspect", "--format", "{{.Id}}", PostgresImage, RabbitImage) is null)
            return false;
        // Testcontainers reads these once, and by itself asks in a version that older engines refuse.
        SetUnlessGiven(ApiVersion, version);
        if (!mayPull && await Ask("image", "ls", "--quiet", Reaper) is not { Length: > 0 })
            SetUnlessGiven(NoReaper, bool.TrueString.ToLower(CultureInfo.InvariantCulture));
        return true;
    }

    private static void SetUnlessGiven(string variable, string value)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
            Environment.SetEnvironmentVariable(variable, value);
    }

    /// <returns>What the engine says; null when it says no, or nothing in time.</returns>
    private static async Task<string?> Ask(params IEnumerable<string> question)
    {
        try
        {
            using var docker = Process.Start(
                new ProcessStartInfo(
                    "docker", question)
                { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var limit = new CancellationTokenSource(Limit);
            try
            {
                var complaints = docker.StandardError.ReadToEndAsync(limit.Token);
                var answer = await docker.StandardOutput.ReadToEndAsync(limit.Token);
                await complaints;
                await docker.WaitForExitAsync(limit.Token);
                return docker.ExitCode == 0 ? answer.Trim() : null;
            }
            catch (OperationCanceledException)
            {
                docker.Kill();
                return null;
            }
        }
        catch (Win32Exception)
        {
            // Not installed.
            return null;
        }
    }
}
