using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>The ledger with a million rows: pages as people ask for them, and the export of a tenth of it.</summary>
internal static class LedgerBench
{
    private const int Pages = 300;

    private static readonly (string Name, string Query)[] Questions =
    [
        ("ledger page", "limit=50"),
        ("ledger page of a unit", "unit=c1&limit=50"),
        ("ledger page, overdue", "overdue=true&limit=50"),
    ];

    public static async Task Run(World world, Street street, int rows, Report report)
    {
        await Fill(world, rows);
        foreach (var (name, query) in Questions)
        {
            var milliseconds = new List<double>();
            for (var n = 0; n < Pages; n++)
            {
                var started = Stopwatch.GetTimestamp();
                await street.Office.Get<JsonElement>($"{Street.Path}/findings?{query}");
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
            report.AddLatency(string.Create(CultureInfo.InvariantCulture, $"{name}, {rows} rows"), milliseconds, p99: 20);
        }
    }

    /// <summary>Copies of the rows that are there, each a case of its own over four years.</summary>
    private static async Task Fill(World world, int rows)
    {
        await using var inspections = world.Inside.Open("inspections");
        await inspections.ExecuteAsync(
            """
            SET search_path TO read, public;
            INSERT INTO findings
            SELECT (jsonb_populate_record(f, jsonb_build_object(
                'id', gen_random_uuid(), 'case_number', format('%s-%s-%s', f.street, 2020 + n % 4, lpad(n::text, 7, '0')),
                'recorded_at', now() - n * interval '2 minutes', 'unit', 'c' || (1 + n % 4)))).*
            FROM (SELECT * FROM findings LIMIT 1) f, generate_series(1, @rows) n;
            ANALYZE findings;
            """, new { rows }, commandTimeout: 0);
    }
}
