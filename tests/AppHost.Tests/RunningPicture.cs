using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Campaign.Cli;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost.Tests;

/// <summary>The whole system on the distribution's engines, started once for all tests that look at it.</summary>
public sealed class RunningPicture : IAsyncLifetime
{
    public const string OneAtATime = "One running system at a time";

    /// <summary>For a whole start on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly TemporaryData place = new();

    internal DataDirectory Data => place.Data;

    internal ConnectsHeard Connects { get; } = new();

    public DistributedApplication App { get; private set; } = null!;

    public ResourceCommandService Commands => App.Services.GetRequiredService<ResourceCommandService>();

    internal RunState State => RunState.Load(Data) ?? throw new InvalidOperationException("No state was written.");

    public async ValueTask InitializeAsync()
    {
        var builder = await Picture.Of(place, "Engines=local");
        foreach (var service in ServiceProject.All.Select(service => service.Name))
            builder.CreateResourceBuilder(builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == service))
                .WithEnvironment("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location)
                .WithEnvironment(StartupHook.File, Connects.FileOf(service));
        builder.Services.AddLogging(logging => logging.AddFilter("Aspire", LogLevel.Warning));
        App = await builder.BuildAsync();
        using var limit = new CancellationTokenSource(Limit);
        await App.StartAsync(limit.Token);
        foreach (var service in ServiceProject.All)
            await App.ResourceNotifications.WaitForResourceHealthyAsync(service.Name, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        place.Dispose();
        Connects.Remove();
    }

    /// <summary>Once the state file says so.</summary>
    internal async Task<RunState.Resource> Awaits(string name, Func<RunState.Resource, bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            if (State.Find(name) is { } resource && condition(resource))
                return resource;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }
}

[CollectionDefinition(RunningPicture.OneAtATime)]
public sealed class RunningCollection : ICollectionFixture<RunningPicture>;
