using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Campaign.AppHost.Operations;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Tests;

/// <summary>What only a system that runs can show; the tests come one after the other and leave it whole.</summary>
[Collection(RunningPicture.OneAtATime)]
public sealed class RunningTests(RunningPicture running)
{
    [Fact]
    public async Task Everything_is_healthy_answers_through_the_gateway_and_is_on_record()
    {
        using var gateway = running.App.CreateHttpClient(ServiceProject.Gateway.Name, "http");
        using var answer = await gateway.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        await running.Awaits("gateway", _ => running.State.Ready);
        var state = running.State;
        state.Host.ShouldBe(ProcessIdentity.Current);
        new Uri(state.Gateway).ShouldBe(gateway.BaseAddress);
        foreach (var name in (string[])["postgres", "rabbitmq", .. ServiceProject.All.Select(service => service.Name)])
        {
            var resource = state.Find(name).ShouldNotBeNull();
            resource.Process.ShouldNotBeNull().IsAlive.ShouldBeTrue();
            (resource.State, resource.Health).ShouldBe(("Running", "Healthy"));
            File.Exists(resource.LogFile).ShouldBeTrue();
        }

        state.Find("postgres")!.Process!.Value.Pid.ShouldBe(
            int.Parse(
                (await File.ReadAllLinesAsync(running.Data.At("postgres/postmaster.pid"), TestContext.Current.CancellationToken))[0]));
    }

    [Fact]
    public async Task What_is_killed_is_started_again()
    {
        var before = (await running.Awaits("integration", IsHealthy)).Process!.Value;

        before.Send(Signal.Kill);

        (await running.Awaits("integration", now => IsHealthy(now) && now.Process != before)).Process!.Value.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_killed_PostgreSQL_is_started_again_and_the_services_find_it()
    {
        var before = (await running.Awaits("postgres", IsHealthy)).Process!.Value;

        before.Send(Signal.Kill);

        await running.Awaits("postgres", now => IsHealthy(now) && now.Process != before);
        await running.Awaits("gateway", IsHealthy);
    }

    [Fact]
    public async Task What_somebody_stops_stays_stopped_until_somebody_starts_it()
    {
        var stopped = await running.Awaits("scoring", IsHealthy);
        (await running.Commands.ExecuteCommandAsync(
            "scoring", KnownResourceCommands.StopCommand, TestContext.Current.CancellationToken)).Success.ShouldBeTrue();
        await running.Awaits("scoring", now => KnownResourceStates.TerminalStates.Contains(now.State));

        // Another one that dies afterwards is back: had the stopped one been due, it would be, too.
        var other = (await running.Awaits("tasks", IsHealthy)).Process!.Value;
        other.Send(Signal.Kill);
        await running.Awaits("tasks", now => IsHealthy(now) && now.Process != other);

        running.State.Find("scoring")!.Process.ShouldBeNull();
        stopped.Process!.Value.IsAlive.ShouldBeFalse();
        (await running.Commands.ExecuteCommandAsync(
            "scoring", KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken)).Success.ShouldBeTrue();
        await running.Awaits("scoring", IsHealthy);
    }

    [Fact]
    public async Task A_backup_is_made_and_restored_from_the_dashboard()
    {
        await running.Awaits("gateway", _ => running.State.Ready);
        var made = await running.Commands.ExecuteCommandAsync("postgres", BackupOperations.BackUp, TestContext.Current.CancellationToken);
        made.Success.ShouldBeTrue(made.Message);
        var backup = Directory.EnumerateDirectories(running.Data.At("backups")).ShouldHaveSingleItem();
        File.Exists(Path.Combine(backup, "manifest.json")).ShouldBeTrue();
        var before = running.State.Find("postgres")!.Process;

        var restored = await running.Commands.ExecuteCommandAsync(
            "postgres", BackupOperations.Restore, From(Path.GetFileName(backup)), TestContext.Current.CancellationToken);

        restored.Success.ShouldBeTrue(restored.Message);
        Directory.EnumerateDirectories(running.Data.Root, "postgres.before-restore-*").ShouldHaveSingleItem();
        await running.Awaits("postgres", now => IsHealthy(now) && now.Process != before);
        foreach (var service in ServiceProject.All) await running.Awaits(service.Name, IsHealthy);
    }

    [Fact]
    public async Task A_backup_that_is_not_there_is_not_restored_and_nothing_stops()
    {
        var before = (await running.Awaits("postgres", IsHealthy)).Process;

        var refused = await running.Commands.ExecuteCommandAsync(
            "postgres", BackupOperations.Restore, From("nowhere"), TestContext.Current.CancellationToken);

        refused.Success.ShouldBeFalse();
        refused.Message.ShouldNotBeNull().ShouldContain("nowhere");
        running.State.Find("postgres")!.Process.ShouldBe(before);
    }

    [Fact]
    public async Task Read_models_are_rebuilt_dead_letters_redriven_and_the_first_administrators_link_shown_from_the_dashboard()
    {
        await running.Awaits("tasks", IsHealthy);
        await running.Awaits("gateway", _ => running.State.Ready);

        (await Told("tasks", ServiceOperations.Rebuild)).ShouldBe("任务服务的查询表已由事件重建。");
        (await Told("tasks", ServiceOperations.Redrive)).ShouldBe("任务服务没有死信。");
        (await Told("gateway", ServiceOperations.FirstAdministrator)).ShouldContain("一次性链接");
    }

    private static InteractionInputCollection From(string backup) =>
        new([new InteractionInput { Name = "from", InputType = InputType.Text, Value = backup }]);

    private async Task<string> Told(string resource, string command)
    {
        var done = await running.Commands.ExecuteCommandAsync(resource, command, TestContext.Current.CancellationToken);
        done.Success.ShouldBeTrue(done.Message);
        return done.Message!;
    }

    private static bool IsHealthy(RunState.Resource resource) => resource is { State: "Running", Health: "Healthy", Process.IsAlive: true };
}
