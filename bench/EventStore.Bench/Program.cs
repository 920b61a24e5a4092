using Campaign.EventStore.Bench;

// Usage: EventStore.Bench [--json OUT] [--seconds N]; the server is the one of CAMPAIGN_TEST_POSTGRES.
var server = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_POSTGRES");
if (server is null)
{
    await Console.Error.WriteLineAsync("CAMPAIGN_TEST_POSTGRES 未设置：请给出一台 PostgreSQL 的连接串。");
    return 1;
}

var seconds = TimeSpan.FromSeconds(int.Parse(Option("--seconds") ?? "5", System.Globalization.CultureInfo.InvariantCulture));
await using var database = await BenchDatabase.Create(server);
var report = new Report(Option("--json"));
await AppendBench.Run(database, seconds, report);
await LatencyBench.Run(database, report);
await CatchUpBench.Run(database, report);
return 0;

string? Option(string name) => args.SkipWhile(arg => arg != name).ElementAtOrDefault(1);
