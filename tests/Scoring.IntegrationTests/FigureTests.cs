using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

public sealed class FigureTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Every_figure_opens_into_the_lists_that_it_counts()
    {
        using var street = new StreetMonth(fixture, "990103001");
        await street.Happens();

        var table = await street.Get($"/figures?month={street.File.Month}&by=subject");
        foreach (var figure in table.GetProperty("total").EnumerateObject())
        {
            foreach (var part in new[] { "numerator", "denominator" })
            {
                var list = await street.Get($"/figures/{figure.Name}/cases?month={street.File.Month}&part={part}&limit=500");
                list.GetProperty("items").GetArrayLength().ShouldBe(figure.Value.GetProperty(part).GetInt32(), $"{figure.Name} {part}");
            }
        }
        foreach (var row in table.GetProperty("rows").EnumerateArray())
        {
            var list = await street.Get($"/figures/onTimeStrikeOff/cases?month={street.File.Month}&subject={row.GetProperty("key")}");
            list.GetProperty("items").GetArrayLength()
                .ShouldBe(row.GetProperty("values").GetProperty("onTimeStrikeOff").GetProperty("denominator").GetInt32());
        }
        var trend = (await street.Get($"/figures/trend?from={street.File.Month}&to={street.File.Month}")).GetProperty("months")[0];
        trend.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        trend.GetProperty("values").GetRawText().ShouldBe(table.GetProperty("total").GetRawText());
        var series = await street.Get("/figures/series?from=2024-09-01&to=2024-09-30&by=day");
        var days = series.GetProperty("points").EnumerateArray().ToList();
        days.Sum(day => day.GetProperty("values").GetProperty("sameDayRouting").GetProperty("denominator").GetInt32())
            .ShouldBe(table.GetProperty("total").GetProperty("sameDayRouting").GetProperty("denominator").GetInt32());
        (await street.Get($"/figures?month={street.File.Month}&by=category")).GetProperty("rows").EnumerateArray()
            .Select(r => r.GetProperty("name").GetString()).ShouldBe(["居委会", "机关部门", "辖区单位", "其他单位及待交办"]);
    }

    [Fact]
    public async Task A_case_stays_open_and_overdue_in_the_months_after_and_a_report_counts_as_handling()
    {
        const string code = "990103002";
        using var street = new StreetMonth(fixture, code);
        await street.Publish([new UnitRegistered(code, "U1", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        var (id, at) = (street.File.IdOf("old"), new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(8)));
        FindingRouted routed = new(code, id, 2, $"{code}-2024-000001", 1, "U1", at.AddDays(5), at, true);
        FindingRecorded recorded = new(code, id, 1, $"{code}-2024-000001", "0110", "Minor", null, null, null, null, "", at, true);
        RectificationReported reported = new(code, id, 1, street.File.IdOf("assignment"), 3, "U1", ["photo"], null, at.AddDays(2));
        await street.Publish([routed, recorded, reported]);
        await street.Arrived([routed, recorded]);

        (await Figure("2024-09", "overdueOpen")).ShouldBe((1, 1));
        (await Figure("2024-02", "overdueOpen")).ShouldBe((0, 0));
        (await Testing.Eventually.Becomes(() => Figure("2024-03", "handlingOnTime"), f => f.Numerator == 1)).Denominator.ShouldBe(1);

        async Task<(int Numerator, int Denominator)> Figure(string month, string figure)
        {
            var value = (await street.Get($"/figures?month={month}")).GetProperty("total").GetProperty(figure);
            return (value.GetProperty("numerator").GetInt32(), value.GetProperty("denominator").GetInt32());
        }
    }

    [Fact]
    public async Task A_deadline_at_24_00_of_the_last_day_is_the_months_and_a_running_month_says_until_when()
    {
        const string code = "990103004";
        using var street = new StreetMonth(fixture, code);
        await street.Publish([new UnitRegistered(code, "U1", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        var (id, at) = (street.File.IdOf("old"), new DateTimeOffset(2024, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        FindingRecorded recorded = new(code, id, 1, $"{code}-2024-000001", "0110", "Minor", null, null, null, null, "", at, true);
        FindingRouted routed = new(
            code, id, 2, $"{code}-2024-000001", 1, "U1", new(2024, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)), at, true);
        FindingStruckOff struckOff = new(code, id, 3, $"{code}-2024-000001", 1, "U1", routed.Due, at.AddDays(1));
        await street.Publish([recorded, routed, struckOff]);
        await street.Arrived([recorded, routed, struckOff]);

        // Nothing of it happened in March, and it was not open then: the deadline alone brings it in.
        var march = await street.Get("/figures?month=2024-03");
        march.GetProperty("total").GetProperty("onTimeStrikeOff").GetProperty("denominator").GetInt32().ShouldBe(1);
        march.GetProperty("asOfText").GetString().ShouldBe("数字截至月末（3月31日24:00）");
        var april = await street.Get("/figures?month=2024-04");
        april.GetProperty("total").GetProperty("onTimeStrikeOff").GetProperty("denominator").GetInt32().ShouldBe(0);
        var running = Month.Of(ChinaTime.DateOf(TimeProvider.System.GetUtcNow()));
        (await street.Get($"/figures?month={running}")).GetProperty("asOfText").GetString()!.ShouldStartWith("本月尚未结束，数字截至今天（");
    }

    [Fact]
    public async Task A_unit_officer_opens_the_lists_of_his_units_only()
    {
        using var street = new StreetMonth(fixture, "990103003");
        await street.Happens();
        using var officer = fixture.Client(Role.UnitOfficer, "990103003", unit: "U001");
        var list = await officer.GetFromJsonAsync<JsonElement>(
            $"{street.Path}/figures/onTimeStrikeOff/cases?month={street.File.Month}&limit=500");
        list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("subject").GetString()).Distinct(StringComparer.Ordinal)
            .ShouldBe(["U001"]);
    }

    [Theory]
    [InlineData("/figures?month=2024-13", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures?month=2024-09&by=weather", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/weather/cases?month=2024-09", HttpStatusCode.NotFound)]
    [InlineData("/figures/rework/cases?month=2024-09&part=both", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/trend?from=2024-09&to=2024-08", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/series?from=2024-09-02&to=2024-09-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/series?from=2024-01-01&to=2024-09-01&by=day", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/series?from=2024-09-01&to=2024-09-02&by=month", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/figures/series?from=0001-01-01&to=0001-01-02", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/subjects/nobody/trend", HttpStatusCode.NotFound)]
    [InlineData("/subjects/nobody/trend?from=2024-09&to=2024-08", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/subjects/nobody/trend?from=2014-09&to=2024-08", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/subjects/nobody/trend?from=September", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/subjects/nobody/advice?month=2024-9", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/subjects/nobody/advice?month=2024-09", HttpStatusCode.Conflict)]
    public async Task What_there_is_not_is_refused(string path, HttpStatusCode status)
    {
        using var office = fixture.Client(Role.StreetOffice, "990103009");
        (await office.GetAsync($"/api/streets/990103009{path}")).StatusCode.ShouldBe(status);
    }
}
