using Campaign.Cli.Running;

namespace Campaign.AppHost.Running;

/// <summary>What a person calls a resource, and when it starts and stops. What has none is a part of another one.</summary>
internal sealed record TitleAnnotation(string Title, Layer Layer) : IResourceAnnotation;

internal static class TitleExtensions
{
    public static IResourceBuilder<T> WithTitle<T>(this IResourceBuilder<T> builder, string title, Layer layer) where T : IResource =>
        builder.WithAnnotation(new TitleAnnotation(title, layer));

    public static TitleAnnotation? Title(this IResource resource) =>
        resource.TryGetLastAnnotation<TitleAnnotation>(out var title) ? title : null;
}
