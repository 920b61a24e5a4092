using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class ProposalTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const double MetresPerDegree = 6_371_008.7714 * Math.PI / 180;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("990101411", 49.9, 1)]
    [InlineData("990101412", 50.1, 0)]
    public async Task A_case_within_fifty_metres_is_proposed_as_duplicate(string code, double metres, int proposals)
    {
        var street = await TestStreet.Create(fixture, code);
        await Record(street, North(0));

        var second = await Record(street, North(metres));
        await Record(street, North(metres), category: "0111");

        second.GetProperty("proposals").GetArrayLength().ShouldBe(proposals);
        (await street.Get("proposals")).GetProperty("items").GetArrayLength().ShouldBe(proposals);
        var near = await street.Get(
            $"findings/nearby?category=0110&longitude=117.2&latitude={33.6 + (metres / 2 / MetresPerDegree)}", street.Inspector);
        near.GetArrayLength().ShouldBe(2, "both are within half the way");
    }

    [Fact]
    public async Task The_radius_is_the_streets()
    {
        var street = await TestStreet.Create(fixture, "990101413");
        var settings = new { radiusMetres = 20, relapseDays = 90, lookBackPercent = 10 };
        (await street.Office.PutAsync(street.Path("finding-settings"), TestStreet.Body(settings))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Record(street, North(0));
        (await Record(street, North(21))).GetProperty("proposals").GetArrayLength().ShouldBe(0);
        using var refused = await street.Office.PutAsync(
            street.Path("finding-settings"), TestStreet.Body(settings with { radiusMetres = 0 }));
        await refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/radiusMetres");
    }

    [Fact]
    public async Task Without_a_point_the_wording_of_the_place_counts()
    {
        var street = await TestStreet.Create(fixture, "990101414");
        await Record(street, new { address = "人民路12号" });
        var proposal = (await Record(street, new { address = "人民路12号" })).GetProperty("proposals")[0];
        proposal.GetProperty("kind").GetString().ShouldBe("Duplicate");
        proposal.TryGetProperty("metres", out _).ShouldBeFalse();
        var placed = await Record(street, new { address = "人民路12号", longitude = 117.2, latitude = 33.6 });
        placed.GetProperty("proposals").GetArrayLength().ShouldBe(1, "the others have no point to measure from");
        var elsewhere = await Record(street, new { address = "人民路12号", longitude = 117.3, latitude = 33.6 }, category: "0111");
        elsewhere.GetProperty("proposals").GetArrayLength().ShouldBe(0, "another category");
    }

    [Fact]
    public async Task A_duplicate_that_several_confirm_at_once_is_merged_once()
    {
        var street = await TestStreet.Create(fixture, "990101415");
        var first = (await Record(street, North(0))).GetProperty("id").GetGuid();
        var second = (await Record(street, North(10))).GetProperty("id").GetGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            street.Post($"findings/{second}/proposals/{first}/confirmation", new { }, street.Office)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        var merged = await street.Get($"findings/{second}");
        merged.GetProperty("status").GetString().ShouldBe("Merged");
        merged.GetProperty("mergedInto").GetGuid().ShouldBe(first);
        merged.GetProperty("version").GetInt64().ShouldBe(3);
        (await street.Get("proposals")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await street.Get("proposals?state=Confirmed")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Who_saw_another_version_confirms_nothing()
    {
        var street = await TestStreet.Create(fixture, "990101419");
        var first = (await Record(street, North(0))).GetProperty("id").GetGuid();
        var second = (await Record(street, North(10))).GetProperty("id").GetGuid();

        using var stale = await street.Post($"findings/{second}/proposals/{first}/confirmation", new { }, street.Office, ifMatch: 1);

        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");
        (await street.Get($"findings/{second}")).GetProperty("status").GetString().ShouldBe("Recorded");
    }

    [Fact]
    public async Task Two_cases_that_are_merged_into_each_other_at_once_do_not_both_vanish()
    {
        var street = await TestStreet.Create(fixture, "990101420");
        for (var round = 0; round < 5; round++)
        {
            var pair = await street.RecordMany(2);

            var answers = await Task.WhenAll(
                pair.Zip(pair.Reverse(), (one, into) => street.Post($"findings/{one}/merge", new { into }, street.Office)));

            answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
            (await answers.Single(answer => !answer.IsSuccessStatusCode).Content.ReadAsStringAsync()).ShouldContain("merge-target-closed");
        }
    }

    [Fact]
    public async Task A_dismissed_proposal_leaves_both()
    {
        var street = await TestStreet.Create(fixture, "990101416");
        var first = (await Record(street, North(0))).GetProperty("id").GetGuid();
        var second = (await Record(street, North(10))).GetProperty("id").GetGuid();

        (await street.Post($"findings/{second}/proposals/{first}/dismissal", new { reason = "相邻两处" }, street.Office)).StatusCode.ShouldBe(
            HttpStatusCode.OK);

        (await street.Get("proposals?state=Dismissed")).GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe("相邻两处");
        using var late = await street.Post($"findings/{second}/proposals/{first}/confirmation", new { }, street.Office);
        await late.ShouldBeProblem(HttpStatusCode.Conflict, "proposal-dismissed");
    }

    [Fact]
    public async Task A_confirmed_relapse_opens_a_new_round_of_the_old_case()
    {
        var street = await TestStreet.Create(fixture, "990101417");
        await using var heard = await FactsHeard.Listen(fixture);
        var old = await street.StruckOff("C-1", Now.AddDays(-10), 117.2, 33.6);
        var ancient = await street.StruckOff("C-2", Now.AddDays(-91), 117.3, 33.6);
        var photo = await street.Upload("又见垃圾");

        (await Record(street, new { longitude = 117.3, latitude = 33.6 })).GetProperty("proposals").GetArrayLength()
            .ShouldBe(0, $"{ancient} is too old");
        var recorded = await Record(street, North(10), photos: photo);
        recorded.GetProperty("proposals")[0].GetProperty("kind").GetString().ShouldBe("Relapse");
        var id = recorded.GetProperty("id").GetGuid();
        (await street.Post($"findings/{id}/proposals/{old}/confirmation", new { }, street.Office)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var reopened = await street.Get($"findings/{old}");
        reopened.GetProperty("status").GetString().ShouldBe("Recorded");
        var rounds = reopened.GetProperty("rounds");
        rounds.GetArrayLength().ShouldBe(2);
        rounds[1].GetProperty("beforePhotos")[0].GetString().ShouldBe(photo);
        rounds[1].GetProperty("finding").GetGuid().ShouldBe(id);
        (await street.Get($"findings/{id}")).GetProperty("status").GetString().ShouldBe("Merged");
        await Eventually.Becomes(
            () => Task.FromResult((heard.Of<FindingRelapsed>(old).Count(), heard.Of<FindingMerged>(id).Count())), seen => seen == (1, 1));
    }

    [Fact]
    public async Task Closed_cases_are_counted_by_how_they_were_closed()
    {
        var street = await TestStreet.Create(fixture, "990101418");
        await using var heard = await FactsHeard.Listen(fixture);
        var ids = await street.RecordMany(4);
        (await street.Post($"findings/{ids[0]}/void", new { reason = "误报" }, street.Office)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Post($"findings/{ids[1]}/merge", new { into = ids[3] }, street.Office)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Post($"findings/{ids[2]}/forced-closing", new { reason = "拆迁" }, street.Office)).StatusCode.ShouldBe(
            HttpStatusCode.OK);
        await street.StruckOff("C-1", Now.AddDays(-10), 118, 33);

        var summary = await street.Get("findings/summary?category=0110");

        summary.GetProperty("total").GetInt32().ShouldBe(5);
        summary.GetProperty("open").GetInt32().ShouldBe(1);
        foreach (var count in summary.GetProperty("counts").EnumerateArray())
        {
            var listed = await street.Office.GetAsync(count.GetProperty("href").GetString());
            var rows = (await listed.Json()).GetProperty("items").EnumerateArray().ToList();
            rows.Count.ShouldBe(count.GetProperty("count").GetInt32());
            rows.ShouldAllBe(row => row.GetProperty("status").GetString() == count.GetProperty("status").GetString());
        }
        foreach (var status in new[] { "StruckOff", "Voided", "Merged", "ForcedClosed" })
            summary.GetProperty("counts").EnumerateArray().Single(c => c.GetProperty("status").GetString() == status).GetProperty("count")
                .GetInt32().ShouldBe(1, status);
        await Eventually.Holds(() => Task.FromResult(heard.Of<FindingForciblyClosed>(ids[2]).Count() == 1));
    }

    private static object North(double metres) => new { longitude = 117.2, latitude = 33.6 + (metres / MetresPerDegree) };

    private static async Task<JsonElement> Record(TestStreet street, object place, string category = "0110", params string[] photos)
    {
        using var answer = await street.Post("findings", new { category, description = "垃圾", place, photos });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }
}
