using System.Globalization;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>A whole month over real RabbitMQ and PostgreSQL, every fact twice and in no order.</summary>
public sealed class MonthTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task A_month_comes_to_every_figure_it_should()
    {
        using var street = new StreetMonth(fixture, "990101001");
        await street.Happens();

        var report = await street.Report();

        report.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        ShouldShow(report, street.File.Expected, "");
    }

    [Fact]
    public async Task What_is_published_stays_and_what_comes_late_waits_for_a_correction()
    {
        using var street = new StreetMonth(fixture, "990101002");
        await street.Publish([new StreetRegistered("990101002", 1, "南关街道")]);
        await street.Happens();
        var closing = await street.Close();
        var publication = await street.Post($"/months/{street.File.Month}/publication", new { });
        var number = $"/bulletins/{publication.GetProperty("year")}/{publication.GetProperty("number")}";
        var bulletin = await street.Get(number);
        bulletin.GetProperty("documentNumber").GetString().ShouldBe($"南关街道创卫通报〔{publication.GetProperty("year")}〕1号");
        ShouldShow(bulletin.GetProperty("report"), street.File.Expected, "");

        InspectionScored late = new("990101002", street.File.IdOf("late"), 2, "U001", "日常检查", new DateOnly(2024, 9, 30), 100, "sheet-1", 1);
        await street.Publish([late]);
        await street.Arrived([late]);
        var closedAgain = await street.Close();
        var publishedAgain = await street.Post($"/months/{street.File.Month}/publication", new { });

        (await street.Get(number)).ToString().ShouldBe(bulletin.ToString());
        publishedAgain.ToString().ShouldBe(publication.ToString());
        closedAgain.GetProperty("id").GetGuid().ShouldBe(closing.GetProperty("id").GetGuid());
        (await street.Get("/bulletins")).GetProperty("items").GetArrayLength().ShouldBe(1);

        var report = await street.Report();
        report.GetProperty("status").GetString().ShouldBe("Published");
        ShouldShow(report, street.File.Expected, "");
        var score = report.GetProperty("pendingCorrections").EnumerateArray()
            .Single(c => c.GetProperty("figure").GetString() == "score" && c.GetProperty("subject").GetString() == "U001");
        score.GetProperty("was").GetString().ShouldBe("81.30");
        score.GetProperty("now").GetString().ShouldBe("84.88");
    }

    [Fact]
    public async Task A_scorecard_names_what_made_each_line_and_its_lines_add_up()
    {
        using var street = new StreetMonth(fixture, "990101003");
        await street.Happens();

        var card = await street.Get($"/scorecards/U009/{street.File.Month}");

        var lines = card.GetProperty("lines").EnumerateArray().ToList();
        lines.Sum(l => l.GetProperty("points").GetDecimal()).ShouldBe(card.GetProperty("score").GetDecimal());
        await street.Close();
        JsonElement.DeepEquals(await street.Get($"/scorecards/U009/{street.File.Month}"), card)
            .ShouldBeTrue("closing changes nothing in it");
        lines.ShouldAllBe(l => l.GetProperty("eventId").GetGuid() != Guid.Empty && l.GetProperty("text").GetString()!.Length > 0);
        lines.Where(l => l.GetProperty("kind").GetString() == "overdueCase")
            .ShouldAllBe(l => l.GetProperty("caseNumber").GetString()!.StartsWith("990101003-2024-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Facts_about_a_unit_count_once_it_is_known_to_be_ranked()
    {
        const string street = "990101006";
        using var month = new StreetMonth(fixture, street);
        await month.Put("/policies/2024-09", month.File.Policy);
        InspectionScored early = new(street, month.File.IdOf("early"), 2, "U100", "日常检查", new DateOnly(2024, 9, 3), 88, "sheet-1", 1);
        await month.Publish([early]);
        await month.Arrived([early]);
        (await month.Report()).GetProperty("results").GetArrayLength().ShouldBe(0);

        await month.Publish([new UnitRegistered(street, "U100", 1, "新社区", "居委会", new DateOnly(2024, 9, 1), null)]);

        var report = await Testing.Eventually.Becomes(month.Report, r => r.GetProperty("results").GetArrayLength() == 1);
        report.GetProperty("results")[0].GetProperty("score").GetDecimal().ShouldBe(88);
    }

    [Fact]
    public async Task Bulletins_published_at_once_have_numbers_without_gaps()
    {
        using var street = new StreetMonth(fixture, "990101007");
        await street.Put("/policies/2024-01", street.File.Policy);
        var months = Enumerable.Range(1, 8).Select(m => $"/months/2024-{m:D2}").ToList();
        await Task.WhenAll(months.Select(month => street.Post($"{month}/closing", new { })));

        var published = await Task.WhenAll(months.Concat(months).Select(month => street.Post($"{month}/publication", new { })));

        published.Select(p => p.GetProperty("number").GetInt32()).Distinct().Order().ShouldBe(Enumerable.Range(1, 8));
        var page = await street.Get("/bulletins?limit=3");
        page.GetProperty("items").EnumerateArray().Select(b => b.GetProperty("number").GetInt32()).ShouldBe([1, 2, 3]);
        (await street.Get($"/bulletins?after={page.GetProperty("next")}")).GetProperty("items")[0].GetProperty("number").GetInt32()
            .ShouldBe(4);
    }

    [Fact]
    public async Task Streets_do_not_see_each_other()
    {
        using var street = new StreetMonth(fixture, "990101004");
        using var other = new StreetMonth(fixture, "990101005");
        await street.Happens();
        await other.Put($"/policies/{other.File.Month}", other.File.Policy);

        (await other.Report()).GetProperty("results").GetArrayLength().ShouldBe(0);
        (await other.Report()).GetProperty("counts").GetProperty("cases").GetInt32().ShouldBe(0);
        (await other.Get("/commendations")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Everything expected is there and equal; the answer may say more.</summary>
    private static void ShouldShow(JsonElement answer, JsonElement expected, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                    ShouldShow(answer.GetProperty(property.Name), property.Value, $"{where}/{property.Name}");
                break;
            case JsonValueKind.Array:
                answer.GetArrayLength().ShouldBe(expected.GetArrayLength(), where);
                foreach (var (index, item) in expected.EnumerateArray().Index()) ShouldShow(answer[index], item, $"{where}/{index}");
                break;
            case JsonValueKind.String when answer.ValueKind is JsonValueKind.Number:
                answer.GetDecimal().ShouldBe(decimal.Parse(expected.GetString()!, CultureInfo.InvariantCulture), where);
                break;
            default:
                answer.ToString().ShouldBe(expected.ToString(), where);
                break;
        }
    }
}
