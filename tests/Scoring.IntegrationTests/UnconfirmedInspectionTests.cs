using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

public sealed class UnconfirmedInspectionTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private static readonly Month Past = Month.Of(ChinaTime.DateOf(TimeProvider.System.GetUtcNow())).Previous;
    private static readonly string LastDay = $"广场社区{Past.Number}月{Past.Last.Day}日";

    [Fact]
    public async Task A_month_waits_for_the_scores_that_are_still_to_come()
    {
        const string code = "990101034";
        using var street = await Inspected(code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        var visit = street.File.IdOf("visit");
        InspectionStarted started = new(code, visit, 1, "A", "日常检查", Past.Last, Past.End);
        InspectionStarted later = started with { InspectionId = street.File.IdOf("later"), Date = Past.Next.First };
        InspectionStarted self = started with { InspectionId = street.File.IdOf("self"), Kind = "自查" };
        await Say(street, started, later, self);
        (await Open(street)).ShouldBe([("InspectionUnconfirmed", $"{LastDay}的日常检查成绩尚未确认（填写中）。")]);

        InspectionSubmitted submitted = new(code, visit, 2, Past.End);
        await Say(street, started, submitted);
        (await Open(street)).ShouldBe([("InspectionUnconfirmed", $"{LastDay}的日常检查成绩尚未确认（已提交，待确认）。")]);

        await street.Put("/closing-day", new { day = 1 });
        await fixture.Host.Get<ClosingWatch>().Sweep(TestContext.Current.CancellationToken);
        (await Status(street)).ShouldBe("Open");
        await office.Post($"/months/{Past}/closing", new { }).Refused(HttpStatusCode.Conflict, "open-points");

        await Say(street, started, submitted, new InspectionScored(code, visit, 3, "A", "日常检查", Past.Last, 92.5m, "sheet-1", 1));
        (await Open(street)).ShouldBeEmpty();
        await fixture.Host.Get<ClosingWatch>().Sweep(TestContext.Current.CancellationToken);
        (await Status(street)).ShouldBe("Closed");
    }

    [Fact]
    public async Task The_facts_of_a_visit_may_come_in_any_order()
    {
        const string code = "990101035";
        using var street = await Inspected(code);
        var (visit, other) = (street.File.IdOf("visit"), street.File.IdOf("other"));
        InspectionScored scored = new(code, visit, 3, "A", "日常检查", Past.Last, 92.5m, "sheet-1", 1);
        InspectionSubmitted submitted = new(code, visit, 2, Past.End);
        InspectionStarted started = new(code, visit, 1, "A", "日常检查", Past.Last, Past.End);

        await Say(street, scored);
        await Say(street, scored, submitted);
        await Say(street, scored, submitted, started);
        (await Open(street)).ShouldBeEmpty();

        await Say(street, submitted with { InspectionId = other });
        (await Open(street)).ShouldBeEmpty();
        await Say(street, submitted with { InspectionId = other }, started with { InspectionId = other, Kind = "暗访" });
        (await Open(street)).ShouldBe([("InspectionUnconfirmed", $"{LastDay}的暗访成绩尚未确认（已提交，待确认）。")]);
    }

    /// <summary>A street with one subject, inspected every week of the month.</summary>
    private async Task<StreetMonth> Inspected(string code)
    {
        var street = new StreetMonth(fixture, code);
        await street.Publish([new UnitRegistered(code, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 1);
        await street.Put("/policies/2020-01", new { dailyWeight = 1, evaluationWeight = 0, adjustments = Array.Empty<object>() });
        await Say(street, [.. Past.WholeWeeks().Select(monday =>
            new InspectionScored(code, street.File.IdOf($"{monday}"), 2, "A", "日常检查", monday, 90, "sheet-1", 1))]);
        return street;
    }

    /// <param name="facts">Those told of these visits before come once more.</param>
    private static async Task Say(StreetMonth street, params object[] facts)
    {
        await street.Publish(facts);
        await street.Arrived(facts);
    }

    private static async Task<IEnumerable<(string? Kind, string? Text)>> Open(StreetMonth street) =>
        (await street.Get($"/months/{Past}/checklist")).GetProperty("openPoints").EnumerateArray()
            .Select(point => (point.GetProperty("kind").GetString(), point.GetProperty("text").GetString()));

    private static async Task<string?> Status(StreetMonth street) =>
        (await street.Get($"/months/{Past}/checklist")).GetProperty("status").GetString();
}
