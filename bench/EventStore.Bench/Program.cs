using Campaign.EventStore.Bench;

// Usage: EventStore.Bench [--json OUT] [--seconds N] [--only appends,latency,catch-up]; the server is the one of CAMPAIGN_TEST_POSTGRES.
var server = Environment.GetEnvironmentVariable("CAMPAIGN_TEST_POSTGRES");
if (server is null)
{
    await Console.Error.WriteLineAsync("CAMPAIGN_TEST_POSTGRES 未设置：请给出一台 PostgreSQL 的连接串。");
    return 1;
}

var seconds = TimeSpan.FromSeconds(int.Parse(Option("--seconds") ?? "5", System.Globalization.CultureInfo.InvariantCulture));
await using var database = await BenchDatabase.Create(server);
var report = new Report(Option("--json"));
if (Wanted("appends")) await AppendBench.Run(database, seconds, report);
if (Wanted("latency")) await LatencyBench.Run(database, report);
if (Wanted("catch-up")) await CatchUpBench.Run(database, report);
return 0;

bool Wanted(string part) => Option("--only") is not { } only || only.Split(',').Contains(part);

string? Option(string name) => args.SkipWhile(arg => arg != name).ElementAtOrDefault(1);
