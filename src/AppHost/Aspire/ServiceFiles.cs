using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Docker;
using Aspire.Hosting.Docker.Resources.ServiceNodes;

namespace Campaign.AppHost;

/// <summary>Where the services keep files: below <c>.local/aspire/</c> of this checkout, or in the home of a published container.</summary>
internal static class ServiceFiles
{
    private const string EvidenceVolume = "campaign-evidence";

    // A new volume takes over its owner from the image; a directory of our own would belong to root, and the service is not root.
    private const string ContainerHome = "/home/app";

    public static string PathOf(this IDistributedApplicationBuilder builder, string name) => builder.ExecutionContext.IsPublishMode
        ? $"{ContainerHome}/{name}"
        : Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "../../.local/aspire", name));

    public static void AddEvidenceVolume(this IResourceBuilder<DockerComposeEnvironmentResource> compose)
        => compose.ConfigureComposeFile(file => file.AddVolume(new Volume { Name = EvidenceVolume, Driver = "local" }));

    public static void KeepEvidence(this IResourceBuilder<ProjectResource> inspections)
    {
        inspections.WithEnvironment("Evidence__Directory", inspections.ApplicationBuilder.PathOf("evidence"));
        inspections.PublishAsDockerComposeService((_, service) => service.AddVolume(
            new Volume { Name = EvidenceVolume, Type = "volume", Source = EvidenceVolume, Target = ContainerHome }));
    }
}
