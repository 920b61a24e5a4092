using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Campaign.EventStore;

/// <summary>What a service can show about its read tables after a rebuild, from its events alone.</summary>
public interface IRebuildProof
{
    /// <param name="say">Takes a line for the operator.</param>
    /// <returns>False when something did not come out as it was announced.</returns>
    Task<bool> Holds(Action<string> say, CancellationToken cancellation);
}

public static class Rebuild
{
    private const string Argument = "rebuild";

    /// <summary>
    /// Serves; or runs one of <see cref="SchemaCommands"/>; or, started with the argument <c>rebuild</c>, makes the read tables anew beside
    /// the instances that serve, proves what the service can prove, and ends. The service
    /// listens nowhere then and neither publishes nor consumes.
    /// </summary>
    /// <returns>The exit code: 0, or 1 when a proof failed.</returns>
    public static async Task<int> RunOrRebuild(this WebApplication app, string[] args)
    {
        if (SchemaCommands.Has(args)) return await SchemaCommands.Run(app, args);
        if (args is not [Argument])
        {
            await app.RunAsync();
            return 0;
        }

        var stopping = app.Lifetime.ApplicationStopping;
        var started = Stopwatch.GetTimestamp();
        var events = await app.Services.GetRequiredService<ProjectionRebuild>().Run(stopping);
        Console.WriteLine($"已由 {events} 个事件重建全部查询表，用时 {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} 秒。");
        var holds = true;
        foreach (var proof in app.Services.GetServices<IRebuildProof>()) holds &= await proof.Holds(Console.WriteLine, stopping);
        return holds ? 0 : 1;
    }
}
