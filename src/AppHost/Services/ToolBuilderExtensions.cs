using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;

namespace Campaign.AppHost.Services;

/// <summary>Programs that somebody starts when he wants them.</summary>
internal static class ToolBuilderExtensions
{
    /// <summary>Against the system that runs.</summary>
    public static IResourceBuilder<ProjectResource> AddDemo<TProject>(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, DataDirectory data)
        where TProject : IProjectMetadata, new() =>
        builder.AddProgram<TProject>("demo", Checkout.Current.Program("Demo", "Campaign.Demo"))
            .WithEnvironment("CAMPAIGN_GATEWAY", gateway.GetEndpoint("http"))
            .WithEnvironment("CAMPAIGN_OPERATOR_SECRET_FILE", data.SecretFile(OperatorClient.Name))
            .WaitFor(gateway)
            .AsTool("演示");

    /// <summary>`./campaign NAME`, which builds what it needs and runs on engines of its own.</summary>
    public static IResourceBuilder<ExecutableResource> AddScript(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string title) =>
        builder.AddExecutable(name, Path.Combine(Checkout.Current.Root, "campaign"), Checkout.Current.Root, name).AsTool(title);

    private static IResourceBuilder<T> AsTool<T>(this IResourceBuilder<T> tool, string title) where T : IResource =>
        tool.WithTitle(title, Layer.Tool).WithExplicitStart().WithIconName("PlayCircle").ExcludeFromManifest();
}
