using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Campaign.Chaos;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>A month of 1 000 subjects with so many lines each: a subject's page, then closing.</summary>
internal static class MonthBench
{
    private const int Subjects = 1000;
    private const int Visits = 4;
    private const int RejectionsOfACase = 24;
    private const int Pages = 500;

    public static async Task Run(World world, Street street, int lines, Report report)
    {
        var first = new DateOnly(2024, 9, 1);
        var month = first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await street.Office.Put($"{Street.Path}/policies/{month}", new
        {
            dailyWeight = 0.75,
            evaluationWeight = 0.25,
            adjustments = new[] { new { kind = "rejectedRectification", points = -0.1, capPerMonth = 10 } },
        });
        await using (var facts = await Facts.Speaker(world))
        {
            var expected = await Facts.Stored(world);
            var units = Enumerable.Range(0, Subjects).Select(n => $"s{n:0000}").ToList();
            expected += await Say(facts, units.Select(unit => new UnitRegistered(Street.Code, unit, 1, $"单位{unit}", "辖区单位", first, null)));
            expected += await Say(facts, units.SelectMany(unit => Enumerable.Range(0, Visits).Select(n => new InspectionScored(
                Street.Code, Guid.CreateVersion7(), 2, unit, "日常检查", first.AddDays(7 * n), 80 + n, Street.Sheet, 1))));
            var cases = units.SelectMany(
                unit => Enumerable.Range(0, (lines - Visits) / RejectionsOfACase)
                    .Select(n => (Unit: unit, Id: Guid.CreateVersion7(), Number: $"{Street.Code}-2024-{n:000000}"))).ToList();
            var at = new DateTimeOffset(2024, 9, 10, 9, 0, 0, TimeSpan.FromHours(8));
            expected += await Say(facts, Enumerable.Range(0, RejectionsOfACase).SelectMany(n => cases.Select(c => new RectificationRejected(
                Street.Code, c.Id, 3 + n, c.Number, 1, c.Unit, at.AddDays(30), "仍有残留", at.AddHours(n)))));
            await Facts.Await(world, expected);
        }
        await world.QueuesAreEmpty();

        await PagesOf(street, month);
        report.AddLatency("a subject's page, open month", await PagesOf(street, month), p99: 10);
        var started = Stopwatch.GetTimestamp();
        await street.Office.Post<JsonElement>($"{Street.Path}/months/{month}/closing", new { force = true, reason = "性能测量" });
        report.Add(new(
            $"closing {Subjects} subjects × {lines} lines", Stopwatch.GetElapsedTime(started).TotalSeconds, "s", 2, LessIsBetter: true));
        await PagesOf(street, month);
        report.AddLatency("a subject's page, closed month", await PagesOf(street, month), p99: 10);
    }

    private static async Task<int> Say<T>(Facts facts, IEnumerable<T> said) where T : class
    {
        var all = said.ToList();
        await facts.Say(all);
        return all.Count;
    }

    private static async Task<IReadOnlyList<double>> PagesOf(Street street, string month)
    {
        var milliseconds = new List<double>();
        for (var n = 0; n < Pages; n++)
        {
            var started = Stopwatch.GetTimestamp();
            await street.Office.Get<JsonElement>($"{Street.Path}/scorecards/s{n:0000}/{month}");
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return milliseconds;
    }
}
