using Campaign.Cli;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost.Operations;

/// <summary>What all commands on the dashboard have in common.</summary>
internal static class OperationOptions
{
    public static ResourceCommandState WhenHealthy(UpdateCommandStateContext context) =>
        context.ResourceSnapshot.HealthStatus is HealthStatus.Healthy ? ResourceCommandState.Enabled : ResourceCommandState.Disabled;

    /// <summary>What a person can put right is told him; it goes to the resource's log as the rest does.</summary>
    public static IResourceBuilder<T> WithOperation<T>(
        this IResourceBuilder<T> builder, string name, string title, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> work,
        CommandOptions options)
        where T : IResource
    {
        options.UpdateState ??= WhenHealthy;
        return builder.WithCommand(name, title, Explained, options);

        async Task<ExecuteCommandResult> Explained(ExecuteCommandContext context)
        {
            try
            {
                return await work(context);
            }
            catch (LaunchException problem)
            {
                context.Logger.LogError("{Title}：{Problem}", title, problem.Message);
                return CommandResults.Failure(problem.Message);
            }
        }
    }

    public static Action<string> Say(this ExecuteCommandContext context) => line => context.Logger.LogInformation("{Line}", line);
}
