using Campaign.Testing.Containers;

namespace Campaign.Testing;

/// <summary>
/// The engines that the environment names, else containers where they can be had at once, else the distribution's programs.
/// </summary>
internal static class EngineSource
{
    public static async Task<EngineAddresses> Find()
    {
        if (EngineAddresses.From(Environment.GetEnvironmentVariable) is { } given)
            return given;
        var hasPrograms = Cli.CliApp.HasEngines;
        if (await ContainerEngine.IsUsable(mayPull: !hasPrograms))
        {
            try
            {
                return await EngineContainers.Start();
            }
            catch (Exception failure) when (hasPrograms)
            {
                await Console.Error.WriteLineAsync($"No containers, the distribution's engines instead: {failure.Message}");
            }
        }

        return await EngineProcesses.Start();
    }
}
