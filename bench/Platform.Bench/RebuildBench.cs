using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Campaign.Chaos;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>
/// `./campaign rebuild` of a service that has so many facts: through every projection into fresh tables, the service staying up.
/// </summary>
internal static partial class RebuildBench
{
    private const int FactsOfACase = 4;
    private const int CasesAtOnce = 50_000;

    private const string FillSql =
        """
        CREATE TEMP TABLE cases AS
        SELECT n, gen_random_uuid() AS id, format('%s-2023-%s', @street, lpad(n::text, 7, '0')) AS number, 'c' || (1 + n % 4) AS unit,
               timestamptz '2023-01-01' + n * interval '1 minute' AS at
        FROM generate_series(@first, @last) n;
        INSERT INTO mt_streams (tenant_id, id, type, version) SELECT @street, id, 'source', 4 FROM cases;
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        SELECT nextval('mt_events_sequence'), gen_random_uuid(), id, f.version, jsonb_build_object(
            'sourceVersion', f.version, 'caseNumber', number, 'round', 1, 'unit', unit, 'due', at + interval '3 days', 'at', at + f.version * interval '1 hour'),
            f.type, at, @street
        FROM cases, (VALUES (1, 'case_recorded'), (2, 'case_routed'), (3, 'case_rejected'), (4, 'case_struck_off')) f (version, type)
        ORDER BY n / 500, f.version, n;
        DROP TABLE cases
        """;

    public static async Task Run(World world, int facts, Report report)
    {
        await Fill(world, facts / FactsOfACase);
        var output = await world.Rebuild("scoring");
        var rebuilt = Told().Match(output);
        if (!rebuilt.Success) throw new InvalidOperationException(output);
        var rate = Number("events") / Number("seconds");
        report.Add(new("rebuild of Scoring, facts replayed into its tables", rate, "/s", 30_000));
        report.Add(new(
            "rebuild of Scoring beside its floor", rate, "/s", Goal: null, await Floor(world), "INSERT … SELECT of the fact rows alone"));

        double Number(string group) => double.Parse(rebuilt.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Cases of four facts each, as Scoring would have stored them: recorded, routed, sent back, struck off.</summary>
    private static async Task Fill(World world, int cases)
    {
        await using var scoring = world.Inside.Open("scoring");
        for (var first = 0; first < cases; first += CasesAtOnce)
        {
            await scoring.ExecuteAsync(
                FillSql, new { street = Street.Code, first, last = Math.Min(cases, first + CasesAtOnce) - 1 }, commandTimeout: 0);
        }
        await scoring.ExecuteAsync("VACUUM ANALYZE mt_events", commandTimeout: 0);
    }

    private static async Task<double> Floor(World world)
    {
        await using var scoring = world.Inside.Open("scoring");
        await scoring.OpenAsync();
        await scoring.ExecuteAsync("CREATE TEMP TABLE floor (LIKE read.case_facts INCLUDING ALL)");
        var started = Stopwatch.GetTimestamp();
        var rows = await scoring.ExecuteAsync("INSERT INTO floor SELECT * FROM read.case_facts", commandTimeout: 0);
        return rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    [GeneratedRegex(@"(?<events>\d+) 个事件.*用时 (?<seconds>[\d.]+) 秒", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Told();
}
