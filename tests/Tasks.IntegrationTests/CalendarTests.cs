using System.Net;
using System.Text.Json;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

public sealed class CalendarTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private const string Path = "/api/district/calendars";
    private static readonly int Year = ChinaTime.Local(TimeProvider.System.GetUtcNow()).Year;

    [Fact]
    public async Task A_fresh_district_has_the_official_tables_and_arranges_others()
    {
        using var district = fixture.Client(Role.DistrictOffice, "990101001");
        var official = await district.Get($"{Path}/2024");
        (official.Version, official.Text("source")).ShouldBe((0, "国办发明电〔2023〕7号"));
        (await district.Get($"{Path}/2031")).Rule.ShouldBe("calendar-not-found");

        object[] holidays = [new { name = "元旦", from = "2031-01-01", to = "2031-01-01" }];
        var table = new { source = "本区安排", holidays, workingDays = new[] { "2031-01-05" } };
        (await district.Put($"{Path}/2031", table)).Version.ShouldBe(1);
        (await district.Put($"{Path}/2031", table)).Version.ShouldBe(1);
        (await district.Put($"{Path}/2031", table, ifMatch: 0)).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await district.Get($"{Path}/2031")).Body.GetProperty("windows").GetArrayLength().ShouldBe(2);
        var row = (await district.Get(Path)).Items.Single(item => item.GetProperty("year").GetInt32() == 2031);
        (row.GetProperty("version").GetInt64(), row.GetProperty("shiftedWorkingDays").GetInt32()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_makes_no_calendar_is_422_with_a_pointer()
    {
        using var district = fixture.Client(Role.DistrictOffice, "990101001");
        object[] holidays = [new { name = "元旦", from = "2032-01-03", to = "2032-01-01" }];
        (await district.Put($"{Path}/2032", new { source = "本区安排", holidays, workingDays = Array.Empty<string>() })).Pointers.ShouldBe(
            ["/holidays/0/to"]);
        (await district.Put(
            $"{Path}/2032", new { source = "本区安排", holidays = Array.Empty<object>(), workingDays = new[] { "2031-01-05" } }))
            .Rule.ShouldBe("working-day-outside-year");
    }

    [Fact]
    public async Task An_old_deadline_is_explained_by_the_table_it_was_counted_by()
    {
        var street = await AStreet.Create(fixture);
        var before = await Issue(street);
        var explained = (await street.Office.Get($"{street.Path}/assignments/{before}/deadline")).Body.GetRawText();
        explained.ShouldContain("17:30");

        using var district = fixture.Client(Role.DistrictOffice, street.Code);
        await Shorten(district, Year);
        await Shorten(district, Year + 1);
        (await street.Office.Get($"{street.Path}/assignments/{before}/deadline")).Body.GetRawText().ShouldBe(explained);

        var after = await street.Office.Get($"{street.Path}/assignments/{await Issue(street)}/deadline");
        ChinaTime.Local(after.Body.GetProperty("due").GetDateTimeOffset()).TimeOfDay.ShouldBe(TimeSpan.FromHours(16));
        Texts(after).ShouldContain(text => text.Contains("区创卫办第1次设定", StringComparison.Ordinal));
    }

    private static async Task Shorten(HttpClient district, int year)
    {
        var windows = new[] { new { from = "09:00", until = "16:00" } };
        var table = new { source = "冬季作息", holidays = Array.Empty<object>(), workingDays = Array.Empty<string>(), windows };
        (await district.Put($"{Path}/{year}", table)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Guid> Issue(AStreet street)
    {
        var body = new { title = "PPT", unit = AStreet.HealthOffice, term = new { clock = "WorkingDays", amount = 3 } };
        return (await street.Office.Post($"{street.Path}/assignments", body)).Id;
    }

    private static IEnumerable<string> Texts(Answer answer) =>
        answer.Body.GetProperty("steps").EnumerateArray().Select((JsonElement step) => step.GetProperty("text").GetString()!);
}
