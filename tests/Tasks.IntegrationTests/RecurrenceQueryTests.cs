using System.Net;
using static Campaign.Tasks.IntegrationTests.ACalendar;

namespace Campaign.Tasks.IntegrationTests;

public sealed class RecurrenceQueryTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task The_next_occurrences_are_shown_before_there_are_any()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Put($"{street.Path}/recurrences/review", new
        {
            title = "检查评比",
            rule = new { every = "Month", weekdays = new[] { "Friday" }, nth = "Last", part = "Afternoon" },
            from = "2090-01-01",
            units = new[] { AStreet.HealthOffice },
            graceDays = 2,
        });
        var shown = await street.Office.Get($"{street.Path}/recurrences/review/occurrences?from=2090-02-01&to=2090-04-30");
        shown.Body.EnumerateArray().Select(slot => slot.GetProperty("label").GetString())
            .ShouldBe(["2090年2月24日下午", "2090年3月31日下午", "2090年4月28日下午"]);
        shown.Body[0].GetProperty("missed").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2090, 2, 27, 0, 0, 0, TimeSpan.FromHours(8)));

        (await street.Office.Get($"{street.Path}/recurrences/review/occurrences?from=2090-01-01&to=2092-01-01")).Rule.ShouldBe(
            "span-too-long");
        (await street.Office.Get($"{street.Path}/recurrences/review/occurrences?from=9999-12-30&to=9999-12-31")).Rule.ShouldBe(
            "date-out-of-range");
        (await street.Office.Get($"{street.Path}/recurrences/nothing/occurrences")).Rule.ShouldBe("recurrence-not-found");
    }

    [Fact]
    public async Task What_an_arrangement_says_wrong_is_named()
    {
        var street = await AStreet.Create(fixture);
        var unknown = await street.Office.Put($"{street.Path}/recurrences/x", new
        {
            title = "消杀",
            rule = new { every = "Week" },
            from = Day(1),
            units = new[] { AStreet.HealthOffice, "U999" },
        });
        (unknown.Rule, unknown.Pointers.Single()).ShouldBe(("unit-unknown", "/units/1"));

        var contradictory = new { every = "Week", nth = "Last" };
        var wrong = await street.Office.Put($"{street.Path}/recurrences/x", new { title = "消杀", rule = contradictory, from = Day(1) });
        (wrong.Status, wrong.Rule).ShouldBe((HttpStatusCode.UnprocessableEntity, "request-invalid"));
        wrong.Pointers.ShouldBe(["/rule/nth", "/units"], ignoreOrder: true);

        var unknownWord = new { every = "Sometimes" };
        var unreadable = await street.Office.Put($"{street.Path}/recurrences/x", new { title = "消杀", rule = unknownWord, from = Day(1) });
        (unreadable.Status, unreadable.Rule).ShouldBe((HttpStatusCode.BadRequest, "value-unknown"));
    }

    [Fact]
    public async Task A_quota_is_recorded_and_paced_by_unit()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Put($"{street.Path}/recurrences/lectures", new
        {
            title = "健康教育讲座",
            rule = new { every = "Year", times = 3 },
            from = "2024-01-01",
            units = new[] { AStreet.HealthOffice, AStreet.Sanitation },
        });
        using var officer = street.Officer(AStreet.HealthOffice);
        var record = new { unit = AStreet.HealthOffice, date = "2024-03-05", note = "第一讲" };
        (await officer.Post($"{street.Path}/recurrences/lectures/records", record)).Version.ShouldBe(1);
        (await officer.Post($"{street.Path}/recurrences/lectures/records", record)).Version.ShouldBe(1);
        (await officer.Post(
            $"{street.Path}/recurrences/lectures/records", new { unit = AStreet.Sanitation, date = "2024-03-05", note = "第一讲" }))
            .Rule.ShouldBe("unit-not-yours");
        (await officer.Post(
            $"{street.Path}/recurrences/lectures/records", new { unit = AStreet.CityManagement, date = "2024-03-05", note = "第一讲" }))
            .Rule.ShouldBe("unit-not-asked");

        var all = await street.Office.Get($"{street.Path}/recurrences/lectures/pacing?year=2024");
        all.Body.GetProperty("units").EnumerateArray()
            .Select(unit => $"{unit.GetProperty("unit")} {unit.GetProperty("done")} done, {unit.GetProperty("behind")} behind")
            .ShouldBe([$"{AStreet.Sanitation} 0 done, 3 behind", $"{AStreet.HealthOffice} 1 done, 2 behind"]);
        var own = await officer.Get($"{street.Path}/recurrences/lectures/pacing?year=2024");
        own.Body.GetProperty("units").EnumerateArray().Single().GetProperty("warning").GetString()
            .ShouldBe("2024年应完成不少于 3 次，实际 1 次，少 2 次。");
        (await officer.Get($"{street.Path}/recurrences/lectures/pacing?year=1")).Rule.ShouldBe("date-out-of-range");
        (await street.Office.Get($"{street.Path}/recurrences/lectures/occurrences")).Body.GetArrayLength().ShouldBe(0);
    }
}
