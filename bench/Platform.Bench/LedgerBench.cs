using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>The ledger with many rows: pages as people ask for them.</summary>
internal static class LedgerBench
{
    private const int PagesOfAQuestion = 300;

    private static readonly (string Name, string Query)[] Questions =
    [
        ("ledger page", "limit=50"),
        ("ledger page of a unit", "unit=c1&limit=50"),
        ("ledger page, overdue", "overdue=true&limit=50"),
    ];

    /// <param name="rows">The pages are measured at a hundredth and a tenth of it, too; the export only there.</param>
    public static async Task Run(World world, Street street, int rows, Report report)
    {
        await street.Inspector.Post(
            $"{Street.Path}/findings", new { category = Street.Category, description = "绿化带内有垃圾", place = new { address = "金牛山路" } });
        await world.QueuesAreEmpty();
        var (filled, exports) = (0, new List<double>());
        foreach (var size in (int[])[rows / 100, rows / 10, rows])
        {
            await Fill(world, filled + 1, size);
            filled = size;
            foreach (var (name, query) in Questions)
            {
                await Pages(street, query);
                report.AddLatency(string.Create(CultureInfo.InvariantCulture, $"{name}, {size} rows"), await Pages(street, query), p99: 20);
            }
            if (size == rows) break;
            if (exports.Count == 0) await ExportBench.Export(street);
            exports.Add(await ExportBench.Run(world, street, report));
        }
        report.Add(new("memory, the larger export beside the smaller", exports[1] - exports[0], "MiB", 16, LessIsBetter: true));
    }

    private static async Task<IReadOnlyList<double>> Pages(Street street, string query)
    {
        var milliseconds = new List<double>();
        for (var n = 0; n < PagesOfAQuestion; n++)
        {
            var started = Stopwatch.GetTimestamp();
            await street.Office.Get<JsonElement>($"{Street.Path}/findings?{query}");
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return milliseconds;
    }

    /// <summary>Copies of a row that is there, each a case of its own over four years.</summary>
    public static async Task Fill(World world, int first, int last)
    {
        await using var inspections = world.Inside.Open("inspections");
        var columns = (await inspections.QueryAsync<string>(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = 'read.findings'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            """)).AsList();
        await inspections.ExecuteAsync(
            $"""
            SET search_path TO read, public;
            INSERT INTO findings ({string.Join(", ", columns)})
            SELECT {string.Join(", ", columns.Select(column => $"copied.{column}"))}
            FROM (SELECT * FROM findings LIMIT 1) f, generate_series(@first, @last) n,
                jsonb_populate_record(NULL::findings, to_jsonb(f) || jsonb_build_object(
                'id', gen_random_uuid(), 'case_number', format('%s-%s-%s', f.street, 2020 + n % 4, lpad(n::text, 7, '0')),
                'recorded_at', now() - n * interval '2 minutes', 'unit', 'c' || (1 + n % 4))) copied;
            ANALYZE findings;
            """,
            new { first, last }, commandTimeout: 0);
    }
}
