using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.ScoreCache;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>Open months: computed once for what is known, never staler than the last commit; and what is asked of one subject.</summary>
public sealed class OpenMonthTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task A_month_is_not_computed_again_while_nothing_happens_and_every_fact_shows_at_once()
    {
        const string code = "990104001";
        using var street = new StreetMonth(fixture, code);
        await street.Happens();
        var (reports, month) = (fixture.Host.Get<MonthReports>(), Month.Parse(street.File.Month));
        Task<ComputedMonth?> Compute() => reports.Compute(code, month, CancellationToken.None);

        // A minute may pass between two computations, not between all.
        await Testing.Eventually.Holds(async () => ReferenceEquals(await Compute(), await Compute()));

        for (var day = 1; day <= 5; day++)
        {
            InspectionScored visit = new(
                code, street.File.IdOf($"more {day}"), 1, "U001", "日常检查", new DateOnly(2024, 9, day), 100, "sheet-1", 1);
            var before = (await street.Get($"/scorecards/U001/{street.File.Month}")).GetProperty("inspectionScores").GetArrayLength();
            await street.Publish([visit]);
            await street.Arrived([visit]);
            (await street.Get($"/scorecards/U001/{street.File.Month}")).GetProperty("inspectionScores").GetArrayLength()
                .ShouldBe(before + 1);
        }
    }

    [Fact]
    public async Task A_visit_that_was_taken_back_counts_no_longer_in_whatever_order_it_is_told()
    {
        const string code = "990104006";
        using var street = new StreetMonth(fixture, code);
        await street.Happens();
        async Task<int> Visits() =>
            (await street.Get($"/scorecards/U001/{street.File.Month}")).GetProperty("inspectionScores").GetArrayLength();
        var before = await Visits();
        InspectionScored Scored(string name) =>
            new(code, street.File.IdOf(name), 2, "U001", "日常检查", new DateOnly(2024, 9, 5), 20, "sheet-1", 1);
        InspectionWithdrawn Withdrawn(InspectionScored visit) =>
            new(code, visit.InspectionId, 3, visit.Subject, visit.Kind, visit.Date, "有误", new(2024, 10, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        var (told, late) = (Scored("told"), Scored("late"));

        await street.Publish([told]);
        await street.Arrived([told]);
        (await Visits()).ShouldBe(before + 1);
        await street.Publish([Withdrawn(told), Withdrawn(late)]);
        await street.Arrived([told, Withdrawn(told), Withdrawn(late)]);
        await street.Publish([late]);
        await street.Arrived([late, Withdrawn(late)]);

        (await Visits()).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_instance_sees_what_the_first_was_told()
    {
        const string code = "990104002";
        using var street = new StreetMonth(fixture, code);
        await using var second = fixture.Surroundings.Start<Program>("scoring");
        await second.Ready();
        await street.Happens();
        using var elsewhere = second.Client(Role.StreetOffice, code);
        var path = $"{street.Path}/scorecards/U009/{street.File.Month}";
        JsonElement.DeepEquals(
            JsonDocument.Parse(await elsewhere.GetStringAsync(path)).RootElement, await street.Get($"/scorecards/U009/{street.File.Month}"))
                .ShouldBeTrue();

        await street.Put("/commendations/late", new { subject = "U009", date = "2024-09-20", reason = "通报表扬" });
        JsonElement.DeepEquals(
            JsonDocument.Parse(await elsewhere.GetStringAsync(path)).RootElement, await street.Get($"/scorecards/U009/{street.File.Month}"))
                .ShouldBeTrue();
    }

    [Fact]
    public async Task A_trend_tells_closed_months_as_closed_and_marks_the_open_ones()
    {
        const string code = "990104003";
        using var street = new StreetMonth(fixture, code);
        await street.Happens();
        InspectionScored october = new(code, street.File.IdOf("october"), 1, "U001", "日常检查", new DateOnly(2024, 10, 8), 91, "sheet-1", 1);
        await street.Publish([october]);
        await street.Arrived([october]);
        await street.Close();
        await street.Post($"/months/{street.File.Month}/publication", new { });

        var months = (await street.Get("/subjects/U001/trend?from=2024-08&to=2024-10")).GetProperty("months").EnumerateArray().ToList();

        months.Select(
            m => (m.GetProperty("month").GetString(), m.GetProperty("status").GetString(), m.GetProperty("provisional").GetBoolean()))
            .ShouldBe([("2024-09", "Published", false), ("2024-10", "Open", true)]);
        months.Select(m => m.GetProperty("score").GetDecimal()).ShouldBe([81.30m, 91m]);
        months[0].GetProperty("figures").GetProperty("onTimeStrikeOff").GetProperty("denominator").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Advice_comes_true_when_it_is_followed_and_ends_with_the_month()
    {
        const string code = "990104004";
        using var street = new StreetMonth(fixture, code);
        var now = TimeProvider.System.GetUtcNow();
        var (month, today) = (Month.Of(ChinaTime.DateOf(now)), ChinaTime.DateOf(now));
        await street.Publish(street.File.Units);
        await street.Put("/policies/2024-01", street.File.Policy);
        var id = street.File.IdOf("case");
        InspectionScored visit = new(code, street.File.IdOf("visit"), 1, "U001", "日常检查", today, 90, "sheet-1", 1);
        FindingRecorded recorded = new(code, id, 1, $"{code}-2024-000001", "0110", "Minor", null, null, null, null, "", now, false);
        FindingRouted routed = new(code, id, 2, $"{code}-2024-000001", 1, "U001", month.End.AddTicks(-1), now, false);
        await street.Publish([visit, recorded, routed]);
        await street.Arrived([visit, recorded, routed]);
        await Testing.Eventually.Becomes(() => street.Get("/subjects"), s => s.GetProperty("items").GetArrayLength() == 19);

        var advice = await street.Get($"/subjects/U001/advice?month={month}");
        advice.GetProperty("score").GetDecimal().ShouldBe(89.5m);
        var suggestion = advice.GetProperty("suggestions")[0];
        (suggestion.GetProperty("caseNumber").GetString(), suggestion.GetProperty("score").GetDecimal())
            .ShouldBe(($"{code}-2024-000001", 90m));

        FindingStruckOff done = new(code, id, 3, $"{code}-2024-000001", 1, "U001", routed.Due, now);
        await street.Publish([done]);
        await street.Arrived([recorded, routed, done]);
        (await street.Get($"/subjects/U001/advice?month={month}")).GetProperty("score").GetDecimal().ShouldBe(90m);

        await street.Post("/months/2024-09/closing", new { force = true, reason = "缺检周次如实通报" });
        using var officer = fixture.Client(Role.UnitOfficer, code, unit: "U001");
        (await officer.GetAsync($"{street.Path}/subjects/U001/advice?month=2024-09")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await officer.GetAsync($"{street.Path}/subjects/U002/advice?month={month}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
