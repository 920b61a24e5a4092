using System.Net;
using System.Text.Json;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class LookBackTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Today = ChinaTime.DateOf(Now);

    [Fact]
    public async Task A_case_is_looked_at_again_once_at_each_term_that_is_ahead()
    {
        var street = await Everything("990101421");
        await using var second = fixture.Surroundings.Start<Program>("inspections");
        await second.Ready();
        var id = await street.StruckOff("C-1", Now.AddDays(-30), 117.2, 33.6);

        var planned = await Planned(street, id, count: 2);

        planned.Select(l => (l.GetProperty("days").GetInt32(), l.GetProperty("due").GetString()))
            .ShouldBe([(30, $"{Today:yyyy-MM-dd}"), (90, $"{Today.AddDays(60):yyyy-MM-dd}")]);
    }

    [Fact]
    public async Task A_visit_is_counted_and_what_is_not_fixed_relapses_and_calls_the_rest_off()
    {
        var street = await Everything("990101422");
        var (still, gone) = (
            await street.StruckOff("C-1", Now.AddDays(-7), 117.2, 33.6), await street.StruckOff("C-2", Now.AddDays(-7), 117.3, 33.6));
        var photo = await street.Upload("回头看");
        var (stillDue, goneDue) = ((await Planned(street, still, 3))[0], (await Planned(street, gone, 3))[0]);

        using var early = await street.Post($"look-backs/{Id((await Planned(street, still, 3))[1])}/result", new { stillFixed = true });
        await early.ShouldBeProblem(HttpStatusCode.Conflict, "look-back-not-due");
        (await street.Post($"look-backs/{Id(stillDue)}/result", new { stillFixed = true })).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var time = 0; time < 2; time++)
        {
            (await street.Post($"look-backs/{Id(goneDue)}/result", new { stillFixed = false, note = "再次堆积", photos = new[] { photo } }))
                .StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var relapsed = await street.Get($"findings/{gone}");
        relapsed.GetProperty("round").GetInt32().ShouldBe(2);
        relapsed.GetProperty("rounds")[1].GetProperty("beforePhotos")[0].GetString().ShouldBe(photo);
        await Eventually.Becomes(async () => States(await Planned(street, gone, 3)), states => states == "NotFixed Cancelled Cancelled");
        States(await Planned(street, still, 3)).ShouldBe("StillFixed Planned Planned");

        var coverage = await street.Get($"look-backs/coverage?from={Today:yyyy-MM-dd}&to={Today.AddDays(30):yyyy-MM-dd}");
        (coverage.GetProperty("done").GetInt32(), coverage.GetProperty("due").GetInt32(), coverage.GetProperty("rate").GetDecimal())
            .ShouldBe((2, 2, 1m), "the one in 23 days is ahead");
        foreach (var (href, count) in new[] { ("doneHref", 2), ("dueHref", 2) })
        {
            using var list = await street.Office.GetAsync(coverage.GetProperty(href).GetString());
            (await list.Json()).GetProperty("items").GetArrayLength().ShouldBe(count);
        }
    }

    [Fact]
    public async Task A_result_that_several_enter_at_once_is_one_relapse()
    {
        var street = await Everything("990101424");
        var finding = await street.StruckOff("C-1", Now.AddDays(-7), 117.2, 33.6);
        var due = $"look-backs/{Id((await Planned(street, finding, 3))[0])}/result";
        using var stale = await street.Post(due, new { stillFixed = false }, ifMatch: 7);
        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => street.Post(due, new { stillFixed = false })));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK && answer.Headers.ETag!.Tag == "\"2\"");
        (await street.Get($"findings/{finding}")).GetProperty("round").GetInt32().ShouldBe(2);
        (await street.Get($"findings/{finding}/history")).EnumerateArray()
            .Count(e => e.GetProperty("event").GetString() == "finding_relapsed").ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_state_is_no_filter()
    {
        var street = await TestStreet.Create(fixture, "990101423");
        using var answer = await street.Office.GetAsync(street.Path("look-backs?state=Elsewhere"));
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "state-unknown");
    }

    /// <summary>A street that looks back at all its cases.</summary>
    private async Task<TestStreet> Everything(string code)
    {
        var street = await TestStreet.Create(fixture, code);
        var settings = new { radiusMetres = 50, relapseDays = 90, lookBackPercent = 100 };
        (await street.Office.PutAsync(street.Path("finding-settings"), TestStreet.Body(settings))).StatusCode.ShouldBe(HttpStatusCode.OK);
        return street;
    }

    private static Task<List<JsonElement>> Planned(TestStreet street, Guid finding, int count) => Eventually.Becomes(
        async () => (await street.Get($"look-backs?finding={finding}")).GetProperty("items").EnumerateArray().ToList(),
        list => list.Count == count);

    private static Guid Id(JsonElement lookBack) => lookBack.GetProperty("id").GetGuid();

    private static string States(IEnumerable<JsonElement> lookBacks) =>
        string.Join(' ', lookBacks.Select(l => l.GetProperty("state").GetString()));
}
