using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The register as of a day, whatever the order in which it was told.</summary>
public sealed class DatedRegisterTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateOnly First = new(2024, 1, 1);

    [Fact]
    public async Task Who_was_responsible_for_a_place_and_a_field_on_3_March_has_an_answer()
    {
        var street = await Dated();
        await HandOver(street, "account-2", "2024-06-01");
        await HandOver(street, "account-1", "2024-01-01");
        await Map(street, AStreet.Sanitation, "2024-02-01");
        await Map(street, AStreet.CityManagement, "2024-05-01");

        var march = await street.Office.Get($"{street.Path}/responsible?community=C1&category={AStreet.Garbage}&on=2024-03-03");
        (march.Body.GetProperty("lead").GetProperty("code").GetString(), march.Body.GetProperty("mapSince").GetString(), Holder(march))
            .ShouldBe((AStreet.Sanitation, "2024-02-01", "account-1"));
        march.Text("explanation").ShouldStartWith("2024年3月3日，广场社区的0110类问题由环卫站牵头");

        var july = await street.Office.Get($"{street.Path}/responsible?community=C1&field=环境卫生&on=2024-07-01");
        (july.Body.GetProperty("lead").GetProperty("code").GetString(), Holder(july)).ShouldBe((AStreet.CityManagement, "account-2"));
        (await street.Office.Get($"{street.Path}/responsible?community=C1&category=0110&on=2023-12-31")).Body.TryGetProperty("lead", out _)
            .ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_asked_badly_is_refused()
    {
        var street = await AStreet.Create(fixture);
        (await street.Office.Get($"{street.Path}/responsible?community=C1")).Rule.ShouldBe("category-or-field");
        (await street.Office.Get($"{street.Path}/responsible?category=1&field=2")).Rule.ShouldBe("category-or-field");
        (await street.Office.Get($"{street.Path}/responsible?community=C9&category=0110")).Rule.ShouldBe("community-unknown");
        (await street.Office.Get($"{street.Path}/units?on=gestern")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await street.Office.Post($"{street.Path}/posts/P99/hand-over", new { holder = "account-1" })).Rule.ShouldBe("post-not-found");
        (await street.Office.Post($"{street.Path}/posts/P01/hand-over", new { holder = "某某" })).Pointers.ShouldBe(["/holder"]);
        (await street.Office.Put($"{street.Path}/communities/C1", new { name = "广场社区", effective = "0001-01-01" })).Pointers.ShouldBe(
            ["/effective"]);
    }

    [Fact]
    public async Task A_renamed_unit_had_its_old_name_before()
    {
        var street = await Dated();
        await street.Office.Put($"{street.Path}/units/U013", new { name = "园林站", from = "2024-01-01", effective = "2024-01-01" });
        await street.Office.Put(
            $"{street.Path}/units/U013",
            new { name = "环境卫生服务中心", from = "2024-01-01", effective = "2024-07-01", aliases = new[] { "园林站" } });
        (await street.Office.Get($"{street.Path}/units/U013?on=2024-06-30")).Text("validTo").ShouldBe("2024-06-30");
        var now = await street.Office.Get($"{street.Path}/units/U013");
        (now.Text("name"), now.Version, now.Body.GetProperty("aliases")[0].GetString()).ShouldBe(("环境卫生服务中心", 2, "园林站"));
        (await street.Office.Get($"{street.Path}/units/U013?on=2023-12-31")).Rule.ShouldBe("unit-not-found");
        (await street.Office.Get($"{street.Path}/units?on=2023-12-31")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Periods_in_the_read_model_say_what_the_stream_says()
    {
        var street = await Dated();
        var random = new Random(20240303);
        var expected = Timeline<Tenure>.Empty;
        for (var i = 0; i < 25; i++)
        {
            var (day, holder) = (First.AddDays(random.Next(30)), $"account-{random.Next(4)}");
            await HandOver(street, holder, Text(day));
            expected = expected.From(day, new(holder));
        }

        foreach (var day in Enumerable.Range(-1, 33).Select(First.AddDays))
        {
            var post = (await street.Office.Get($"{street.Path}/posts?on={Text(day)}")).Items.SingleOrDefault(
                row => row.GetProperty("code").GetString() == "P01");
            var holder = post.ValueKind is JsonValueKind.Object && post.TryGetProperty("holder", out var value) ? value.GetString() : null;
            holder.ShouldBe(expected.On(day)?.Holder, Text(day));
        }
        var one = await street.Office.Get($"{street.Path}/posts/P01");
        one.Body.GetProperty("holders").EnumerateArray().Select(term => term.GetProperty("validFrom").GetString())
            .ShouldBe(expected.Entries.Keys.Select(Text));
        var stored = await fixture.Host.Get<IEventStore>().Load(Post.Stream(street.Code, "P01"), default);
        (one.Version, stored.State.Holders.On(First.AddDays(15))).ShouldBe((stored.Version, expected.On(First.AddDays(15))));
    }

    [Fact]
    public async Task The_chart_shows_the_day_it_is_asked_for()
    {
        var street = await Dated();
        await HandOver(street, "account-1", "2024-01-01");
        var chart = await street.Office.Get($"{street.Path}/organisation/chart?on=2024-03-03");
        chart.Body.GetProperty("nodes").EnumerateArray().Single(node => node.GetProperty("id").GetString() == "post/P01")
            .GetProperty("holder").GetString()
            .ShouldBe("account-1");
        chart.Body.GetProperty("edges").EnumerateArray().ShouldContain(edge => edge.GetProperty("kind").GetString() == "Guarantees");
        (await street.Office.Get($"{street.Path}/organisation/chart?on=2023-01-01")).Body.GetProperty("nodes").GetArrayLength().ShouldBe(1);
    }

    private static string? Holder(Answer answer) =>
        answer.Body.GetProperty("guarantors").EnumerateArray().Single().GetProperty("holder").GetString();

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task HandOver(AStreet street, string holder, string effective) =>
        (await street.Office.Post($"{street.Path}/posts/P01/hand-over", new { holder, effective })).Status.ShouldBe(HttpStatusCode.OK);

    private static async Task Map(AStreet street, string lead, string effective) =>
        (await street.Office.Put($"{street.Path}/responsibility-rules", new
        {
            effective,
            rules = new[] { new { lead, days = new { minor = 1, major = 1, critical = 1 } } },
        })).Status.ShouldBe(HttpStatusCode.OK);

    /// <summary>A street whose register holds since 1 January 2024.</summary>
    private async Task<AStreet> Dated()
    {
        var street = await AStreet.Create(fixture);
        var effective = Text(First);
        await street.Office.Put($"{street.Path}/communities/C1", new { name = "广场社区", effective });
        await street.Office.Put($"{street.Path}/units/{AStreet.Sanitation}", new { name = "环卫站", from = effective, effective });
        await street.Office.Put($"{street.Path}/units/{AStreet.CityManagement}", new { name = "城管中队", from = effective, effective });
        await street.Office.Put($"{street.Path}/posts/P01", new
        {
            title = "党工委副书记",
            role = "Guarantor",
            fields = new[] { "环境卫生" },
            communities = new[] { "C1" },
            effective,
        });
        return street;
    }
}
