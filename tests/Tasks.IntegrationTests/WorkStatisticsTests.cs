using System.Net;
using System.Text.Json;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Quantities from the reports of many assignments add up, and every sum opens into the entries it is made of.</summary>
public sealed class WorkStatisticsTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private const string Period = "from=2024-09-01&to=2024-09-30";
    private static readonly DateTimeOffset Due = new(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Reports_are_made_corrected_and_submitted_and_what_stands_is_counted()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        var path = await Issue(street, AStreet.HealthOffice);
        var first = await officer.Post($"{path}/progress", new
        {
            note = "已安装",
            percent = 40,
            on = "2024-09-03",
            quantities = new[] { new { item = "宣传展板 ", amount = 22m, unit = "块" }, new { item = "垃圾清运", amount = 1.5m, unit = "车" } },
        });
        first.Status.ShouldBe(HttpStatusCode.Created);
        var correction = await officer.Post($"{path}/progress", new
        {
            percent = 50,
            on = "2024-09-03",
            replaces = first.Body.GetProperty("report").GetGuid(),
            quantities = new[] { new { item = "宣传展板", amount = 20, unit = "块" } },
        });
        correction.Status.ShouldBe(HttpStatusCode.Created);
        var again = await officer.Post($"{path}/progress", new { note = "再更正", replaces = first.Body.GetProperty("report").GetGuid() });
        again.Rule.ShouldBe("report-not-standing");
        await officer.Post(
            $"{path}/progress", new { on = "2024-09-10", quantities = new[] { new { item = "宣传展板", amount = 5, unit = "块" } } });

        var progress = await officer.Get($"{path}/progress");
        progress.Body.GetProperty("percent").GetInt32().ShouldBe(50);
        progress.Body.GetProperty("totals").EnumerateArray().Single().GetProperty("amount").GetDecimal().ShouldBe(25m);
        progress.Body.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("corrected").GetBoolean())
            .ShouldBe([true, false, false]);
        var history = await street.Office.Get($"{path}/history");
        history.Body.EnumerateArray().Select(line => line.GetProperty("what").GetString()).ShouldBe(
        [
            "下达给爱卫办，期限2099年9月5日24:00。", "爱卫办报告进展，完成40%：宣传展板22块，垃圾清运1.5车。", "爱卫办更正进展，完成50%：宣传展板20块。",
            "爱卫办报告进展：宣传展板5块。",
        ]);
        history.Body[1].GetProperty("account").GetString().ShouldStartWith("UnitOfficer@");
    }

    [Fact]
    public async Task A_submission_counts_once_however_often_it_comes_back()
    {
        var street = await AStreet.Create(fixture);
        var path = await Issue(street, AStreet.HealthOffice);
        await street.Office.Post($"{path}/submission", new { quantities = new[] { new { item = "宣传折页", amount = 300, unit = "份" } } });
        await street.Office.Post($"{path}/return", new { reason = "数量不符" });
        await street.Office.Post($"{path}/submission", new { note = "补说明" });
        (await TotalOf(path, street)).ShouldBe(300m);
        await street.Office.Post($"{path}/return", new { reason = "数量不符" });
        await street.Office.Post($"{path}/submission", new { quantities = new[] { new { item = "宣传折页", amount = 280, unit = "份" } } });
        (await TotalOf(path, street)).ShouldBe(280m);

        var day = (await street.Office.Get($"{path}/progress")).Body.GetProperty("reports")[0].GetProperty("on").GetString();
        var statistics = await street.Office.Get($"{street.Path}/work-statistics?from={day}&to=2099-01-01");
        statistics.Pointers.ShouldBe(["/to"]);
        var sums = (await street.Office.Get($"{street.Path}/work-statistics?from={day}&to={day}")).Body.GetProperty("totals");
        sums.EnumerateArray().Single().GetProperty("amount").GetDecimal().ShouldBe(280m);
    }

    [Fact]
    public async Task Every_sum_opens_into_exactly_its_entries()
    {
        var street = await AStreet.Create(fixture);
        var random = new Random(20240903);
        string[] units = [AStreet.HealthOffice, AStreet.Sanitation, AStreet.CityManagement];
        (string Item, string Unit)[] works = [("宣传展板", "块"), ("宣传展板", "车"), ("垃圾清运", "车"), ("宣传折页（彩）", "份")];
        foreach (var unit in units)
        {
            var path = await Issue(street, unit);
            Guid? last = null;
            for (var number = 0; number < 6; number++)
            {
                var quantities = random.GetItems(works, 2)
                    .Select(work => new { item = work.Item, amount = random.Next(1, 100), unit = work.Unit });
                var replaces = random.Next(3) == 0 ? last : null;
                last = (await street.Office.Post($"{path}/progress", new { on = $"2024-09-{random.Next(10, 25)}", quantities, replaces }))
                    .Body.GetProperty("report").GetGuid();
            }
        }

        var statistics = (await street.Office.Get($"{street.Path}/work-statistics?{Period}")).Body;
        var (totals, sums) = (statistics.GetProperty("totals"), statistics.GetProperty("units"));
        totals.EnumerateArray().Sum(Amount).ShouldBe(sums.EnumerateArray().Sum(Amount));
        totals.EnumerateArray().Sum(Amount).ShouldBeGreaterThan(0);
        foreach (var sum in totals.EnumerateArray().Concat(sums.EnumerateArray()))
        {
            var entries = await street.Office.All($"{sum.GetProperty("href").GetString()}&limit=2");
            (entries.Count, entries.Sum(Amount)).ShouldBe((sum.GetProperty("entries").GetInt32(), Amount(sum)));
        }
    }

    [Fact]
    public async Task An_officer_sees_the_work_of_his_units_only()
    {
        var street = await AStreet.Create(fixture);
        var path = await Issue(street, AStreet.HealthOffice);
        await street.Office.Post(
            $"{path}/progress", new { on = "2024-09-03", quantities = new[] { new { item = "宣传展板", amount = 1, unit = "块" } } });
        using var other = street.Officer(AStreet.Sanitation);
        (await other.Get($"{street.Path}/work-statistics?{Period}")).Body.GetProperty("totals").GetArrayLength().ShouldBe(0);
        (await other.Get($"{street.Path}/work-statistics/entries?{Period}")).Items.ShouldBeEmpty();
        (await other.Get($"{path}/progress")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static decimal Amount(JsonElement row) => row.GetProperty("amount").GetDecimal();

    private static async Task<decimal> TotalOf(string path, AStreet street) =>
        Amount((await street.Office.Get($"{path}/progress")).Body.GetProperty("totals").EnumerateArray().Single());

    private static async Task<string> Issue(AStreet street, string unit)
    {
        var issued = await street.Office.Post($"{street.Path}/assignments", new { title = "宣传氛围", unit, due = Due });
        return $"{street.Path}/assignments/{issued.Id}";
    }
}
