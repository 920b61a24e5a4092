using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Campaign.Chaos;
using Campaign.Cli.Services;
using Campaign.Demo.Api;
using Campaign.Demo.Steps;
using Campaign.EventStore.Bench;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Platform.Bench;

/// <summary>
/// 登记 over HTTP with validation, authorisation, append and ledger row, by 64 connections that count wrong answers: with the
/// services that live on its facts paused, and with all of the machine's work that follows.
/// </summary>
internal static class RecordBench
{
    private const int Connections = 64;
    private static readonly string[] Following = ["tasks", "scoring", "integration"];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task Run(World world, Gateway gateway, BenchDatabase floor, TimeSpan time, Report report)
    {
        var district = await new Accounts(gateway, gateway.Operator()).DistrictOffice();
        var token = await district.AccessToken();
        await Rate(new(world.GatewayAddress), token, WarmUp);
        await world.QueuesAreEmpty();
        var rows = await PgBench.RowsPerSecond(floor, time);

        await Measure("through the gateway, all following", new(world.GatewayAddress), token, goal: null);
        await world.QueuesAreEmpty();

        foreach (var service in Following) world.Pause(service);
        await Measure("through the gateway", new(world.GatewayAddress), token, goal: 0.25);
        using var identity = new TestIdentity();
        var (name, address) = await world.StartAnother(ServiceProject.Inspections, identity.Settings, CancellationToken.None);
        world.Pause("inspections");
        await Rate(address, identity.Token(Role.Inspector, Street.Code), WarmUp);
        await Measure("direct", address, identity.Token(Role.Inspector, Street.Code), goal: 0.40);
        foreach (var service in (IEnumerable<string>)[.. Following, "inspections"]) world.Resume(service);
        world.Kill(name);
        await world.QueuesAreEmpty();

        async Task Measure(string way, Uri address, string token, double? goal)
        {
            var (rate, wrong) = await Rate(address, token, time);
            report.Add(new($"record a finding, {way}", rate, "/s", goal, rows, PgBench.Name));
            if (wrong > 0) report.Add(new($"record a finding, {way}: wrong answers", wrong, "", 0, LessIsBetter: true));
        }
    }

    private static async Task<(double Rate, int Wrong)> Rate(Uri address, string token, TimeSpan time)
    {
        using var http =
            new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var (started, right, wrong) = (Stopwatch.GetTimestamp(), 0, 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            var random = new Random(connection);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                using var body = JsonContent.Create(new
                {
                    category = Street.Category,
                    description = "绿化带内有垃圾",
                    place = new
                    {
                        longitude = 117 + random.NextDouble(),
                        latitude = 33 + random.NextDouble(),
                        community = Street.Units[random.Next(Street.Units.Length)],
                    },
                });
                using var answer = await http.PostAsync($"{Street.Path}/findings", body);
                Interlocked.Increment(ref answer.StatusCode == HttpStatusCode.Created ? ref right : ref wrong);
            }
        }));
        return (right / Stopwatch.GetElapsedTime(started).TotalSeconds, wrong);
    }
}
