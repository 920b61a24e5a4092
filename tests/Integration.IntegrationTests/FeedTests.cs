using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Scoring;
using Campaign.Integration.Feed;
using Campaign.Testing;
using Campaign.Web;
using MassTransit;

namespace Campaign.Integration.IntegrationTests;

public sealed class FeedTests(IntegrationFixture fixture) : IClassFixture<IntegrationFixture>
{
    private static readonly DateTimeOffset At = new(2024, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Facts_come_in_the_feed_once_however_often_they_are_delivered()
    {
        const string street = "990101011";
        var message = Guid.CreateVersion7();
        for (var delivery = 0; delivery < 3; delivery++)
            await fixture.Bus.Publish(new MonthClosed(street, "2024-09", 2, At), context => context.MessageId = message);
        await fixture.Bus.Publish(new BulletinPublished(street, "2024-09", 3, 1, At));

        var events = await Read(street, wanted: 2);

        events.Select(e => e.GetProperty("type").GetString()).ShouldBe(["MonthClosed", "BulletinPublished"], ignoreOrder: true);
        events.Single(e => e.GetProperty("type").GetString() is "MonthClosed").GetProperty("data").GetProperty("month").GetString()
            .ShouldBe("2024-09");
    }

    [Fact]
    public async Task How_far_a_visit_is_stays_between_the_services()
    {
        const string street = "990101016";
        var (visit, day) = (Guid.CreateVersion7(), new DateOnly(2024, 10, 8));
        await fixture.Bus.Publish(new InspectionStarted(street, visit, 1, "U001", "暗访", day, At));
        await fixture.Bus.Publish(new InspectionSubmitted(street, visit, 2, At));
        await fixture.Bus.Publish(new InspectionScored(street, visit, 3, "U001", "暗访", day, 92.5m, "sheet-1", 1));

        (await Read(street, wanted: 1))[0].GetProperty("type").GetString().ShouldBe("InspectionScored");
        FeedConsumers.Contracts.Intersect([typeof(InspectionStarted), typeof(InspectionSubmitted)]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_puller_goes_on_where_it_stopped()
    {
        const string street = "990101012";
        for (var number = 1; number <= 3; number++) await fixture.Bus.Publish(new BulletinPublished(street, "2024-09", number, number, At));
        await Read(street, wanted: 3);
        using var client = fixture.Client(Role.Integration, street);

        var first = await client.GetFromJsonAsync<JsonElement>("/api/events?limit=2");
        var rest = await client.GetFromJsonAsync<JsonElement>($"/api/events?after={first.GetProperty("next").GetString()}");
        var nothingNew = await client.GetFromJsonAsync<JsonElement>($"/api/events?after={rest.GetProperty("next").GetString()}");

        first.GetProperty("items").GetArrayLength().ShouldBe(2);
        rest.GetProperty("items").GetArrayLength().ShouldBe(1);
        nothingNew.GetProperty("items").GetArrayLength().ShouldBe(0);
        nothingNew.GetProperty("next").GetString().ShouldBe(rest.GetProperty("next").GetString());
    }

    [Fact]
    public async Task A_caller_sees_the_facts_of_its_own_streets()
    {
        await fixture.Bus.Publish(new MonthClosed("990101013", "2024-09", 1, At));
        await Read("990101013", wanted: 1);

        using var other = fixture.Client(Role.Integration, "990101014");
        (await other.GetFromJsonAsync<JsonElement>("/api/events")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        using var client = fixture.Client(Role.Integration, "990101015");
        using var answer = await client.GetAsync("/api/events?after=yesterday");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()
            .ShouldBe("urn:campaign:problem:cursor-invalid");
    }

    private async Task<List<JsonElement>> Read(string street, int wanted)
    {
        using var client = fixture.Client(Role.Integration, street);
        return await Eventually.Becomes(
            async () => (await client.GetFromJsonAsync<JsonElement>("/api/events")).GetProperty("items").EnumerateArray().ToList(),
            events => events.Count == wanted);
    }
}
