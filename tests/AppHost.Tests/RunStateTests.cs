using Campaign.Cli.Processes;
using Campaign.Cli.Running;

namespace Campaign.AppHost.Tests;

public sealed class RunStateTests : IDisposable
{
    private readonly TemporaryData place = new();

    [Fact]
    public void What_is_written_is_read_again_and_is_for_its_owner_alone()
    {
        var state = new RunState(
            ProcessIdentity.Current, Ready: true, "http://127.0.0.1:8080", "http://localhost:1/login?t=x",
            [new("scoring", "scoring-abcdefgh", "考评服务", Layer.Service, "Running", "Healthy", "http://127.0.0.1:2",
                new Uri("http://127.0.0.1:3"), ProcessIdentity.Current, "scoring.log")]);

        state.Save(place.Data);

        var read = RunState.Load(place.Data).ShouldNotBeNull();
        (read with { Resources = state.Resources }).ShouldBe(state);
        read.Resources.ShouldBe(state.Resources);
        RunState.Running(place.Data).ShouldNotBeNull();
        File.GetUnixFileMode(Path.Combine(place.Data.Run, "state.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_system_that_is_not_ready_or_has_lost_its_host_is_not_running()
    {
        var state = new RunState(ProcessIdentity.Current, Ready: false, "", "", []);
        state.Save(place.Data);
        RunState.Running(place.Data).ShouldBeNull();

        (state with { Ready = true, Host = state.Host with { StartTicks = 1 } }).Save(place.Data);
        RunState.Running(place.Data).ShouldBeNull();
    }

    [Fact]
    public void What_the_release_before_left_is_no_state()
    {
        File.WriteAllText(
            Path.Combine(place.Data.Run, "state.json"),
            """{ "host": { "pid": 1, "startTicks": 2, "boot": "b" }, "ready": true, "parts": [] }""");

        RunState.Load(place.Data).ShouldBeNull();
    }

    [Fact]
    public void Where_nothing_was_written_there_is_no_state() => RunState.Load(place.Data).ShouldBeNull();

    public void Dispose() => place.Dispose();
}
