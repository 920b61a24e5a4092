using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class FigureTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task Every_figure_counts_exactly_the_list_it_names()
    {
        var street = await TestStreet.Create(fixture, "990101461");
        await ManyFindings.Happen(fixture, street.Code, 60);
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var by in new[] { "none", "street", "community", "unit", "category" })
        {
            foreach (var period in new[] { "from=2024-08-31&to=2024-09-30", "from=2024-09-03&to=2024-09-04" })
            {
                var figures = await street.Get($"findings/figures?{period}&by={by}");
                foreach (var (count, href) in figures.GetProperty("groups").EnumerateArray().SelectMany(Counts))
                {
                    if (!lists.TryGetValue(href, out var rows))
                        rows = lists[href] = (await street.Office.AllPages($"{href}&limit=17")).Count;
                    rows.ShouldBe(count, href);
                }
            }
        }
        lists.Values.Count(rows => rows > 0).ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task The_figures_are_the_fold_of_the_streams()
    {
        var street = await TestStreet.Create(fixture, "990101462");
        var lives = await ManyFindings.Happen(fixture, street.Code, 80);

        foreach (var (from, to) in new[] { (30, 60), (1, 4), (3, 3), (5, 9) })
        {
            var (first, last) = (new DateOnly(2024, 8, 1).AddDays(from + 29), new DateOnly(2024, 8, 1).AddDays(to + 30));
            var folded = new FoldedFigures(lives, first, last);
            var group = (await street.Get($"findings/figures?from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}")).GetProperty("groups")[0];
            group.GetProperty("rates").EnumerateArray()
                .ToDictionary(
                    r => r.GetProperty("code").GetString()!,
                    r => (r.GetProperty("numerator").GetInt32(), r.GetProperty("denominator").GetInt32()))
                .ShouldBe(folded.Rates(), $"{first} {last}");
            var median = group.GetProperty("strikeOffHours");
            (Decimal(median, "hours"), median.GetProperty("rounds").GetInt32()).ShouldBe(folded.Median());
        }

        var states = lives.Select(life => life.Fold<Finding>().Status).CountBy(status => status.ToString());
        (await street.Get("findings/summary")).GetProperty("counts").EnumerateArray()
            .ToDictionary(c => c.GetProperty("status").GetString()!, c => c.GetProperty("count").GetInt32()).Where(c => c.Value > 0)
            .ShouldBe(states, ignoreOrder: true);
    }

    [Fact]
    public async Task The_figures_of_September_are_those_of_the_file()
    {
        var month = JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples/nanguan/month-2024-09.json")))!;
        var street = await TestStreet.Create(
            fixture, "990101463", [.. month["subjects"]!.AsArray().Select(s => s!["code"]!.GetValue<string>())]);
        using var imported = await street.Post(
            "history-imports", new JsonObject { ["cases"] = month["cases"]!.DeepClone() }, street.Office);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Content.ReadAsStringAsync());

        var group = (await street.Get("findings/figures?from=2024-09-01&to=2024-09-30")).GetProperty("groups")[0];
        var (counts, rates) = (month["expected"]!["counts"]!, month["expected"]!["rates"]!);
        void Is(string code, string part, string whole, string rate)
        {
            var shown = group.GetProperty("rates").EnumerateArray().Single(r => r.GetProperty("code").GetString() == code);
            shown.GetProperty("numerator").GetInt32().ShouldBe(counts[part]!.GetValue<int>(), code);
            shown.GetProperty("denominator").GetInt32().ShouldBe(counts[whole]!.GetValue<int>(), code);
            $"{shown.GetProperty("percent").GetDecimal():0.00}".ShouldBe(rates[rate]!.GetValue<string>());
        }
        Is("onTimeStrikeOff", "onTime", "due", "onTimeStrikeOff");
        Is("sameDayRouting", "sameDay", "cases", "sameDayRouting");
        Is("rework", "reworked", "due", "rework");
        Is("relapse", "relapses", "rounds", "relapse");
    }

    [Fact]
    public async Task The_district_sees_its_streets_side_by_side()
    {
        await ManyFindings.Happen(fixture, (await TestStreet.Create(fixture, "990101464")).Code, 5);
        await ManyFindings.Happen(fixture, (await TestStreet.Create(fixture, "990101465")).Code, 5);
        using var district = fixture.Client(Role.DistrictOffice, "990101464");

        using var answer = await district.GetAsync("/api/district/findings/figures?from=2024-08-31&to=2024-09-30");
        var groups = (await answer.Json()).GetProperty("groups").EnumerateArray()
            .Where(g => g.GetProperty("key").GetString() is "990101464" or "990101465").ToList();
        groups.Select(g => g.GetProperty("name").GetString()).ShouldBe(["测试街道", "测试街道"]);
        foreach (var (count, href) in groups.SelectMany(Counts)) (await district.AllPages(href + "&limit=500")).Count.ShouldBe(count, href);
    }

    [Theory]
    [InlineData("from=2024-09-02&to=2024-09-01", "period-reversed")]
    [InlineData("from=2024-09-01&to=2024-09-01&by=weather", "grouping-unknown")]
    [InlineData("from=2024-09-01&to=2024-09-01&by=7", "grouping-unknown")]
    public async Task What_cannot_be_counted_is_refused(string query, string rule)
    {
        using var office = fixture.Client(Role.StreetOffice, "990101466");
        using var answer = await office.GetAsync($"/api/streets/990101466/findings/figures?{query}");
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule);
    }

    private static IEnumerable<(int Count, string Href)> Counts(JsonElement group)
    {
        foreach (var rate in group.GetProperty("rates").EnumerateArray())
        {
            yield return (rate.GetProperty("numerator").GetInt32(), rate.GetProperty("numeratorHref").GetString()!);
            yield return (rate.GetProperty("denominator").GetInt32(), rate.GetProperty("denominatorHref").GetString()!);
        }
        foreach (var count in group.GetProperty("counts").EnumerateArray())
            yield return (count.GetProperty("count").GetInt32(), count.GetProperty("href").GetString()!);
        yield return (
            group.GetProperty("strikeOffHours").GetProperty("rounds").GetInt32(),
            group.GetProperty("strikeOffHours").GetProperty("href").GetString()!);
    }

    private static decimal? Decimal(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
}
