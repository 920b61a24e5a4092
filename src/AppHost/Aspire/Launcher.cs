using Aspire.Hosting;

namespace Campaign.AppHost;

internal static class Launcher
{
    public static async Task<int> Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        builder.AddDockerComposeEnvironment("compose").AddEvidenceVolume();
        builder.AddCampaign();
        await builder.Build().RunAsync();
        return 0;
    }
}
