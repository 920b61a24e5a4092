using System.Net;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

public sealed class ClosingDayTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private static readonly object Policy = new { dailyWeight = 1, evaluationWeight = 0, adjustments = Array.Empty<object>() };

    [Fact]
    public async Task On_the_set_day_a_month_closes_once_whoever_looks()
    {
        const string code = "990101031";
        using var street = new StreetMonth(fixture, code);
        await street.Put("/policies/2020-01", Policy);
        var month = Month.Of(ChinaTime.DateOf(DateTimeOffset.UtcNow)).Previous;
        await street.Put("/closing-day", new { day = 1 });
        (await street.Get($"/months/{month}/checklist")).GetProperty("ready").GetBoolean().ShouldBeTrue();
        await using var twin = fixture.Surroundings.Start<Program>("scoring");
        await twin.Ready();

        await Task.WhenAll(
            new[] { fixture.Host, twin }.Select(host => host.Get<ClosingWatch>().Sweep(TestContext.Current.CancellationToken)));

        var events = await fixture.Host.Get<IEventStore>().Read(MonthState.Stream(code, month), TestContext.Current.CancellationToken);
        events.Select(e => e.Data).ShouldHaveSingleItem().ShouldBeOfType<MonthClosed>();
    }

    [Fact]
    public async Task With_open_points_a_month_waits_for_a_person()
    {
        const string code = "990101032";
        using var street = new StreetMonth(fixture, code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        await street.Publish([new UnitRegistered(code, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 1);
        var month = Month.Of(ChinaTime.DateOf(DateTimeOffset.UtcNow)).Previous;
        await street.Put("/closing-day", new { day = 1 });
        (await street.Get($"/months/{month}/checklist")).GetProperty("openPoints")[0].GetProperty("kind").GetString()
            .ShouldBe("PolicyMissing");
        await street.Put("/policies/2020-01", Policy);

        await fixture.Host.Get<ClosingWatch>().Sweep(TestContext.Current.CancellationToken);

        var checklist = await street.Get($"/months/{month}/checklist");
        checklist.GetProperty("status").GetString().ShouldBe("Open");
        checklist.GetProperty("openPoints")[0].GetProperty("text").GetString()!.ShouldStartWith("广场社区缺少检查：");
        await office.Post($"/months/{month}/closing", new { }).Refused(HttpStatusCode.Conflict, "open-points");
        await office.Post($"/months/{month}/closing", new { force = true }).Refused(HttpStatusCode.UnprocessableEntity, "request-invalid");
        await office.Post($"/months/{month}/closing", new { force = true, reason = "汛期停检" }).Succeeded();
    }
}
