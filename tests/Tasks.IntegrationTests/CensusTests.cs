using System.Net;
using System.Text.Json;

namespace Campaign.Tasks.IntegrationTests;

public sealed class CensusTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly object Noodles =
        new { name = "老街面馆", trade = "小餐饮", community = "C1", address = "解放路12号", licence = "Licensed" };

    [Fact]
    public async Task An_establishment_stands_as_its_latest_check_says()
    {
        var street = await AStreet.Create(fixture);
        var path = $"{street.Path}/establishments/E001";
        (await street.Office.Put(path, Noodles)).Version.ShouldBe(1);
        (await street.Office.Put(path, Noodles)).Version.ShouldBe(1);
        await street.Office.Post($"{path}/checks", new { on = "2024-09-01", attained = true });
        (await street.Office.Post($"{path}/checks", new { on = "2024-08-01", attained = false, problems = "无防蝇设施" })).Version.ShouldBe(3);

        var now = await street.Office.Get(path);
        (now.Version, now.Text("standing"), now.Text("lastCheck")).ShouldBe((3, "Attained", "2024-09-01"));
        (await street.Office.Get($"{path}/checks")).Body.EnumerateArray().Select(check => check.GetProperty("on").GetString())
            .ShouldBe(["2024-09-01", "2024-08-01"]);
    }

    [Fact]
    public async Task What_the_census_does_not_know_is_refused_by_its_rule()
    {
        var street = await AStreet.Create(fixture);
        async Task<string?> Put(string code, object body) => (await street.Office.Put($"{street.Path}/establishments/{code}", body)).Rule;
        (await Put("E1", new { name = "某行", trade = "银行", community = "C1" })).ShouldBe("trade-unknown");
        (await Put("E1", new { name = "某店", trade = "小餐饮", community = "C9" })).ShouldBe("community-unknown");
        (await Put("E 1", Noodles)).ShouldBe("code-invalid");
        (await street.Office.Get($"{street.Path}/establishments/E1")).Rule.ShouldBe("establishment-not-found");
        (await street.Office.Post($"{street.Path}/establishments/E1/checks", new { on = "2024-09-01", attained = true })).Rule
            .ShouldBe("establishment-not-found");
    }

    [Fact]
    public async Task A_street_counts_the_trades_it_sets()
    {
        var street = await AStreet.Create(fixture);
        (await street.Office.Put($"{street.Path}/census/trades", new { trades = new[] { new { name = "洗车场" } } })).Status.ShouldBe(
            HttpStatusCode.OK);
        (await street.Office.Put($"{street.Path}/establishments/W1", new { name = "清泉洗车", trade = "洗车场", community = "C1" })).Status
            .ShouldBe(HttpStatusCode.OK);
        (await street.Office.Put($"{street.Path}/establishments/E1", Noodles)).Rule.ShouldBe("trade-unknown");
        (await street.Office.Get($"{street.Path}/census/trades")).Body.GetProperty("trades").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Who_closed_down_leaves_the_rate_and_every_count_is_the_length_of_its_list()
    {
        var street = await AStreet.Create(fixture);
        await Register(street, "E001", "小餐饮", "C1", attained: true);
        await Register(street, "E002", "小餐饮", "C1", attained: true);
        await Register(street, "E003", "小餐饮", "C2", attained: false);
        await Register(street, "E004", "小餐饮", "C2", attained: null);
        await Register(street, "E005", "网吧", "C2", attained: true);
        await street.Office.Post($"{street.Path}/establishments/E002/closing", new { on = "2024-09-02", reason = "转让" });

        var byTrade = await Summary(street, "by=trade");
        byTrade.ShouldBe(["null 4 2 1 1 50", "小餐饮 3 1 1 1 33.33", "网吧 1 1 0 0 100"]);
        (await Summary(street, "by=community")).ShouldBe(["null 4 2 1 1 50", "C1 1 1 0 0 100", "C2 3 1 1 1 33.33"]);
        (await Summary(street, "by=community&trade=小餐饮")).ShouldBe(["null 3 1 1 1 33.33", "C1 1 1 0 0 100", "C2 2 0 1 1 0"]);

        (await street.Office.Get($"{street.Path}/establishments?closed=true")).Items.Single().GetProperty("code").GetString()
            .ShouldBe("E002");
        await street.Office.Post($"{street.Path}/establishments/E002/reopening", new { on = "2024-09-02" });
        (await Summary(street, "by=trade"))[1].ShouldBe("小餐饮 4 2 1 1 50");
    }

    /// <summary>Each group as "key all attained notAttained unknown rate", its links followed and counted.</summary>
    private static async Task<List<string>> Summary(AStreet street, string query)
    {
        var body = (await street.Office.Get($"{street.Path}/census/summary?{query}")).Body;
        var groups = new List<string>();
        foreach (var group in body.GetProperty("groups").EnumerateArray().Prepend(body.GetProperty("total")))
        {
            var counts = new List<int>();
            foreach (var name in new[] { "establishments", "attained", "notAttained", "unknown" })
            {
                counts.Add(group.GetProperty(name).GetInt32());
                (await street.Office.Get($"{group.GetProperty("links").GetProperty(name).GetString()}&limit=500")).Items.Length.ShouldBe(
                    counts[^1]);
            }
            var key = group.TryGetProperty("key", out var text) ? text.GetString() : "null";
            groups.Add($"{key} {string.Join(' ', counts)} {Rate(group)}");
        }
        return groups;
    }

    private static string Rate(JsonElement group) =>
        group.GetProperty("rate").GetDecimal().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Register(AStreet street, string code, string trade, string community, bool? attained)
    {
        await street.Office.Put($"{street.Path}/establishments/{code}", new { name = $"{code}店", trade, community });
        (await street.Office.Post($"{street.Path}/establishments/{code}/checks", new { on = "2024-09-01", attained })).Status
            .ShouldBe(HttpStatusCode.OK);
    }
}
