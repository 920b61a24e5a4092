using System.Net;
using Campaign.ServiceDefaults;
using Campaign.Web;
using static Campaign.Tasks.IntegrationTests.ACalendar;

namespace Campaign.Tasks.IntegrationTests;

public sealed class RosterTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly object[] Line = [new { longitude = 117.20, latitude = 39.12 }, new { longitude = 117.21, latitude = 39.12 }];

    [Fact]
    public async Task A_shift_is_issued_checked_in_to_and_submitted()
    {
        var street = await AStreet.Create(fixture);
        (await Arrange(street)).Status.ShouldBe(HttpStatusCode.OK);
        await Noon(0).Materialize(fixture.Host);
        using var officer = street.Officer(AStreet.Sanitation);
        var duty = (await officer.Get($"{street.Path}/assignments")).Items[0];
        (duty.GetProperty("kind").GetString(), duty.GetProperty("title").GetString()![..4]).ShouldBe(("Roster", "路段执勤"));
        var path = $"{street.Path}/assignments/{duty.GetProperty("id").GetGuid()}";

        // The shift is the whole of today.
        var at = ChinaTime.StartOf(Today);
        var (there, away) = (
            new { longitude = 117.205, latitude = 39.12, system = "WGS84" }, new { longitude = 117.3, latitude = 39.12, system = "WGS84" });
        (await officer.Post($"{path}/check-ins", new { count = 1, at, place = there })).Version.ShouldBe(2);
        (await officer.Post($"{path}/check-ins", new { accounts = new[] { "a-1" }, at, place = away })).Version.ShouldBe(3);
        (await officer.Post(
            $"{path}/check-ins", new { count = 1, at, place = new { longitude = 117.2, latitude = 39.1, system = "UTM" } }))
            .Pointers.ShouldBe(["/place/system"]);
        (await officer.Post($"{path}/check-ins", new { at })).Pointers.ShouldBe(["/count"]);
        (await officer.Post($"{path}/check-ins", new { count = 1, at = at.AddHours(-1) })).Rule.ShouldBe("check-in-outside-shift");

        (await officer.Post($"{path}/submission", new { })).Rule.ShouldBe("head-count-short");
        (await officer.Post($"{path}/submission", new { note = "一人公差" })).Version.ShouldBe(5);
        (await officer.Get(path)).Version.ShouldBe(5);
        var attendance = (await officer.Get($"{path}/check-ins")).Body;
        $"{attendance.GetProperty("need")} {attendance.GetProperty("present")} {attendance.GetProperty("away")}".ShouldBe("3 2 1");
        (attendance.GetProperty("shortReason").GetString(), attendance.GetProperty("checkIns").GetArrayLength()).ShouldBe(("一人公差", 2));

        using var other = street.Officer(AStreet.HealthOffice);
        (await other.Get($"{path}/check-ins")).Rule.ShouldBe("assignment-not-found");
    }

    [Fact]
    public async Task Bands_as_the_source_has_them_are_refused_with_both_defects()
    {
        var street = await AStreet.Create(fixture);
        object[] bands = [new { from = 1, to = 5, people = 1 }, new { from = 5, to = 10, people = 3 }, new { from = 15, people = 4 }];
        var refused = await Arrange(street, bands);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.GetProperty("errors").EnumerateArray()
            .Select(e => $"{e.GetProperty("pointer")} {e.GetProperty("rule")} {e.GetProperty("detail")}")
            .ShouldBe([
                "/bands/1/from bands-overlap 人数档有重叠：5人同时属于第1档和第2档。",
                "/bands/2/from bands-gap 人数档有缺口：11至14人没有对应的档。",
            ]);
        (await street.Office.Get($"{street.Path}/rosters")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_roster_is_listed_shown_and_stopped()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street);
        (await street.Office.Get($"{street.Path}/rosters")).Items.Single().GetProperty("code").GetString().ShouldBe("south");
        var shown = await street.Office.Get($"{street.Path}/rosters/south");
        shown.Body.GetProperty("terms").GetProperty("section").GetProperty("line").GetArrayLength().ShouldBe(2);
        shown.Body.GetProperty("terms").GetProperty("shifts")[0].GetProperty("name").GetString().ShouldBe("全天");
        (await street.Office.Get($"{street.Path}/rosters/south/occurrences?to={Day(2)}")).Body.GetArrayLength().ShouldBe(3);

        await street.Office.Post($"{street.Path}/rosters/south/stop", new { reason = "路段移交" });
        (await street.Office.Get($"{street.Path}/rosters/south/occurrences")).Body.GetArrayLength().ShouldBe(0);
        (await street.Office.Post($"{street.Path}/rosters/north/stop", new { reason = "路段移交" })).Rule.ShouldBe("roster-not-found");
        (await street.Office.Get($"{street.Path}/recurrences")).Items.ShouldBeEmpty();
    }

    private static Task<Answer> Arrange(AStreet street, object[]? bands = null) => street.Office.Put($"{street.Path}/rosters/south", new
    {
        title = "路段执勤",
        section = new { name = "南马路", community = "C1", line = Line },
        shifts = new[] { new { name = "全天", rule = new { every = "Day" } } },
        units = new[] { new { unit = AStreet.Sanitation, staff = 8 } },
        from = Day(0),
        bands,
    });
}
