using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Tasks.Indicators;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

public sealed class IndicatorTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly string[] Survey = [new('a', 64)];

    [Fact]
    public async Task Of_the_56_those_attain_whose_figures_do_and_the_counts_are_those_of_the_list()
    {
        var street = await AStreet.Create(fixture);
        await Report(street, 2023, 2, new { value = 91.5, evidence = Survey, source = "统计局调查" });
        await Report(street, 2023, 8, new { value = 20 });
        await Report(street, 2023, 10, new { yes = true });
        await Report(street, 2023, 55, new { part = "鼠", grade = "D" });

        var all = (await street.Office.Get($"{street.Path}/indicators?year=2023")).Body;
        Counts(all).ShouldBe((56, 2, 2, 52));
        foreach (var result in new[] { "Attained", "NotAttained", "InsufficientData" })
        {
            var narrowed = (await street.Office.Get($"{street.Path}/indicators?year=2023&result={result}")).Body;
            Rows(narrowed).ShouldAllBe(row => row.GetProperty("result").GetString() == result);
            Rows(narrowed).Length.ShouldBe(narrowed.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(result)).GetInt32());
            Counts(narrowed).ShouldBe(Counts(all));
        }

        var satisfied = Row(all, 2);
        satisfied.GetProperty("resultName").GetString().ShouldBe("达标");
        satisfied.GetProperty("reason").GetString().ShouldBe("2023年为91.5%，达到“≥90%”。");
        var value = satisfied.GetProperty("values").EnumerateArray().Single();
        (value.GetProperty("version").GetString(), value.GetProperty("evidence")[0].GetString()).ShouldBe(("2021", Survey[0]));
        Counts((await street.Office.Get($"{street.Path}/indicators?year=2022")).Body).ShouldBe((56, 0, 0, 56));
    }

    [Fact]
    public async Task A_corrected_figure_counts_and_the_first_stays_to_be_read()
    {
        var street = await AStreet.Create(fixture);
        (await Report(street, 2023, 2, new { value = 89 })).Version.ShouldBe(1);
        (await Report(street, 2023, 2, new { value = 89 })).Version.ShouldBe(1);
        (await Report(street, 2023, 2, new { value = 91 })).Version.ShouldBe(2);
        (await One(street, 2, "year=2023")).Text("result").ShouldBe("Attained");

        var withdrawal = await street.Office.Post($"{street.Path}/indicator-values/2023/2/withdrawal", new { reason = "填错年度" });
        (withdrawal.Status, withdrawal.Version).ShouldBe((HttpStatusCode.OK, 3));
        (await One(street, 2, "year=2023")).Text("reason").ShouldBe("缺少2023年的数值。");
        var history = (await street.Office.Get($"{street.Path}/indicators/2/history?year=2023")).Body.EnumerateArray().ToList();
        history.Take(2).Select(step => step.GetProperty("reported").GetProperty("value").GetDecimal()).ShouldBe([89, 91]);
        history[2].GetProperty("withdrawn").GetProperty("reason").GetString().ShouldBe("填错年度");
    }

    [Fact]
    public async Task A_unit_is_judged_by_its_own_figures()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.Committee);
        var path = $"{street.Path}/indicator-values/2023/2";
        (await officer.Put(path, new { unit = AStreet.Committee, value = 95 })).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.Put(path, new { value = 95 })).Rule.ShouldBe("unit-not-yours");
        (await street.Office.Put(path, new { unit = "U999", value = 95 })).Rule.ShouldBe("unit-unknown");

        (await One(street, 2, $"year=2023&unit={AStreet.Committee}")).Text("result").ShouldBe("Attained");
        (await One(street, 2, "year=2023")).Text("result").ShouldBe("InsufficientData");
    }

    [Theory]
    [InlineData(2023, 57, """{"value":1}""", "indicator-unknown"),
        InlineData(2023, 2, """{"value":1,"version":"2014"}""", "standard-unknown")]
    [InlineData(2023, 9, """{"value":1}""", "part-missing"), InlineData(2023, 2, """{"grade":"A"}""", "value-unfit")]
    [InlineData(2990, 2, """{"value":1}""", "date-out-of-range"), InlineData(2099, 2, """{"value":1}""", "year-out-of-range")]
    [InlineData(2023, 2, """{"value":101}""", "value-out-of-range"),
        InlineData(2023, 2, """{"value":1,"evidence":["x"]}""", "request-invalid")]
    public async Task What_cannot_be_reported_is_refused_by_its_rule(int year, int no, string body, string rule)
    {
        var street = await AStreet.Create(fixture);
        (await street.Office.Put($"{street.Path}/indicator-values/{year}/{no}", JsonNode.Parse(body)!)).Rule.ShouldBe(rule);
    }

    [Fact]
    public async Task A_year_that_nobody_counts_is_refused_where_it_is_asked_for()
    {
        var street = await AStreet.Create(fixture);
        var refused = await street.Office.Get($"{street.Path}/indicators?year=-2147483648");
        (refused.Status, refused.Pointers.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "/year"));
    }

    [Fact]
    public async Task A_figure_on_its_way_is_judged_in_place_of_the_one_that_stands()
    {
        var street = await AStreet.Create(fixture);
        await Report(street, 2023, 2, new { value = 80 });
        var targets = fixture.Host.Get<IndicatorTargets>();
        async Task<Attainment?> Judge(int no, Measurement? reported) =>
            (await targets.Judge(street.Code, no, 2023, CancellationToken.None, reported: reported))?.Judgement.Result;

        (await Judge(2, null)).ShouldBe(Attainment.NotAttained);
        (await Judge(2, new(2023, Value: 90))).ShouldBe(Attainment.Attained);
        (await Judge(57, null)).ShouldBeNull();
        (await One(street, 2, "year=2023")).Text("result").ShouldBe("NotAttained", "nothing was reported by asking");
    }

    [Fact]
    public async Task A_street_judges_by_indicators_of_its_own_beside_the_56()
    {
        var street = await AStreet.Create(fixture);
        var path = $"{street.Path}/indicator-standards/own-{street.Code}";
        var own = Standard("本街道指标", 30);
        (await street.Office.Put(path, own)).Version.ShouldBe(1);
        (await street.Office.Put(path, own)).Version.ShouldBe(1);

        await Report(street, 2023, 101, new { version = $"own-{street.Code}", value = 29 });
        var judged = (await street.Office.Get($"{street.Path}/indicators?year=2023&version=own-{street.Code}")).Body;
        Counts(judged).ShouldBe((1, 0, 1, 0));
        (await street.Office.Put(path, Standard("本街道指标", 28))).Rule.ShouldBe("standard-in-use");
        (await street.Office.Put($"{street.Path}/indicator-standards/2021", own)).Rule.ShouldBe("standard-shipped");
        using var district = fixture.Client(Role.DistrictOffice, street.Code);
        (await district.Put($"/api/district/indicator-standards/own-{street.Code}", own)).Rule.ShouldBe("version-taken");
        (await street.Office.Get($"{street.Path}/indicator-standards")).Body.EnumerateArray()
            .Select(row => row.GetProperty("code").GetString())
            .ShouldBe(["2021", $"own-{street.Code}"], ignoreOrder: true);
    }

    private static object Standard(string title, decimal atLeast) => new
    {
        title,
        indicators = new[]
        {
            new { no = 101, chapter = "市容环境卫生", name = "绿化率", unit = "%", target = new { form = "fixed", op = ">=", value = atLeast } },
        },
    };

    private static async Task<Answer> Report(AStreet street, int year, int no, object body)
    {
        var answer = await street.Office.Put($"{street.Path}/indicator-values/{year}/{no}", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToString());
        return answer;
    }

    private static Task<Answer> One(AStreet street, int no, string query) => street.Office.Get($"{street.Path}/indicators/{no}?{query}");

    private static JsonElement[] Rows(JsonElement attainment) => [.. attainment.GetProperty("indicators").EnumerateArray()];

    private static JsonElement Row(JsonElement attainment, int no) =>
        Rows(attainment).Single(row => row.GetProperty("no").GetInt32() == no);

    private static (int Total, int Attained, int NotAttained, int Open) Counts(JsonElement attainment) => (
        attainment.GetProperty("total").GetInt32(), attainment.GetProperty("attained").GetInt32(),
        attainment.GetProperty("notAttained").GetInt32(), attainment.GetProperty("insufficientData").GetInt32());
}
