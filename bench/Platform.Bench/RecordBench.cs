using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>登记 over HTTP with validation, authorisation, append and ledger row, by 64 connections that count wrong answers.</summary>
internal static class RecordBench
{
    private const int Connections = 64;

    public static async Task Run(World world, Gateway gateway, BenchDatabase floor, TimeSpan time, Report report)
    {
        var token = await gateway.Operator().AccessToken();
        await Rate(world.GatewayAddress, token, TimeSpan.FromSeconds(3));
        var rows = await PgBench.RowsPerSecond(floor, time);
        var (rate, wrong) = await Rate(world.GatewayAddress, token, time);
        report.Add(new("record a finding, gateway, 64 connections", rate, "/s", 0.25, rows, PgBench.Name));
        report.Add(new("record a finding: wrong answers", wrong, "", 0, LessIsBetter: true));
    }

    private static async Task<(double Rate, int Wrong)> Rate(string address, string token, TimeSpan time)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false }) { BaseAddress = new Uri(address) };
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
                    place = new { longitude = 117 + random.NextDouble(), latitude = 33 + random.NextDouble(), community = Street.Units[random.Next(Street.Units.Length)] },
                });
                using var answer = await http.PostAsync($"{Street.Path}/findings", body);
                Interlocked.Increment(ref answer.StatusCode == HttpStatusCode.Created ? ref right : ref wrong);
            }
        }));
        return (right / Stopwatch.GetElapsedTime(started).TotalSeconds, wrong);
    }
}
