using System.Text.Json;
using Campaign.Cli;
using Campaign.Cli.Processes;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Tests;

/// <summary>The picture as it is published: what deploy/ has to say, too.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryData place = new();

    [Fact]
    public async Task What_is_published_are_the_services_on_containers_with_their_references()
    {
        var resources = await Publish();

        resources.EnumerateObject().Select(resource => resource.Name)
            .ShouldNotContain(name => name == "demo" || name == "bench" || name == "chaos");
        foreach (var engine in (string[])["postgres", "rabbitmq"])
            resources.GetProperty(engine).GetProperty("volumes")[0].GetProperty("name").GetString().ShouldBe($"campaign-{engine}");
        foreach (var service in ServiceProject.All)
        {
            var environment = resources.GetProperty(service.Name).GetProperty("env");
            environment.GetProperty($"ConnectionStrings__{service.Name}").GetString().ShouldBe($"{{{service.Name}-db.connectionString}}");
            environment.TryGetProperty("ConnectionStrings__rabbitmq", out _).ShouldBe(service != ServiceProject.Gateway);
            environment.GetProperty("Identity__Authority").GetString().ShouldBe("{gateway.bindings.http.url}");
        }

        var gateway = resources.GetProperty("gateway").GetProperty("env");
        foreach (var service in ServiceProject.BehindGateway)
            gateway.GetProperty($"services__{service.Name}__http__0").GetString().ShouldBe($"{{{service.Name}.bindings.http.url}}");
    }

    public void Dispose() => place.Dispose();

    private async Task<JsonElement> Publish()
    {
        var file = place.Data.At("manifest.json");
        await Tool.Run(
            [Checkout.DotNet, Checkout.Current.Program("AppHost", "Campaign.AppHost"), $"Data={place.Data.Root}", "--publisher", "manifest",
                "--output-path", file],
            TestContext.Current.CancellationToken);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        return manifest.RootElement.GetProperty("resources").Clone();
    }
}
