using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Kernel;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>A half-year from ballots to the lists that are signed.</summary>
public sealed class EvaluationTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Code = "990101041";
    private static readonly string[] Halves = ["2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12"];

    [Fact]
    public async Task Ballots_are_secret_and_make_the_half_years_totals_and_awards()
    {
        using var street = await ClosedHalfYear();
        using var office = new Account(fixture, Code, "office", Role.StreetOffice);
        using var first = new Account(fixture, Code, "leader-1", Role.Leader);
        using var second = new Account(fixture, Code, "leader-2", Role.Leader);
        using var third = new Account(fixture, Code, "leader-3", Role.Leader);
        await first.Put("/evaluations/2023-H2/ballot", Ballot(80, 90)).Refused(HttpStatusCode.Conflict, "evaluation-not-opened");
        string[] holders = ["leader-1", "leader-2", "leader-3"], categories = ["居委会"];
        await office.Put("/evaluations/2023-H2", new { holders = holders[..2], categories })
            .Refused(HttpStatusCode.UnprocessableEntity, "request-invalid");
        await street.Put("/evaluations/2023-H2", new { holders, categories });

        await office.Put("/evaluations/2023-H2/ballot", Ballot(80, 90)).Refused(HttpStatusCode.Forbidden, "not-a-ballot-holder");
        await first.Put("/evaluations/2023-H2/ballot", Ballot(80, 100.01m)).Refused(HttpStatusCode.UnprocessableEntity, "request-invalid");
        await Task.WhenAll(
            first.Put("/evaluations/2023-H2/ballot", Ballot(81.37m, 90)).Succeeded(),
            second.Put("/evaluations/2023-H2/ballot", Ballot(70, 90)).Succeeded());
        await first.Put("/evaluations/2023-H2/ballot", Ballot(83.41m, 90)).Succeeded();
        (await first.Get("/evaluations/2023-H2/ballot").Succeeded()).GetProperty("scores").GetProperty("A").GetDecimal().ShouldBe(83.41m);
        (await street.Get("/totals/2023?half=2")).GetProperty("provisional").GetBoolean().ShouldBeTrue();
        await office.Post("/awards/2023-H2/decision", new { }).Refused(HttpStatusCode.Conflict, "no-award-scheme");

        await office.Post("/evaluations/2023-H2/closing", new { }).Refused(HttpStatusCode.Conflict, "too-few-ballots");
        (await street.Get("/evaluations/2023-H2")).GetProperty("results").GetArrayLength().ShouldBe(0);
        await third.Put("/evaluations/2023-H2/ballot", Ballot(76.71m, 90)).Succeeded();
        await street.Post("/evaluations/2023-H2/closing", new { });

        var round = await street.Get("/evaluations/2023-H2");
        (round.GetProperty("ballots").GetInt32(), round.GetProperty("results")[0].GetProperty("mean").GetDecimal()).ShouldBe((3, 76.71m));
        round.GetProperty("results")[0].EnumerateObject().Select(field => field.Name).ShouldBe(["subject", "mean"]);
        await TellsNobodyWhoGaveWhat();
        var totals = await street.Get("/totals/2023?half=2");
        totals.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        totals.GetProperty("results")[0].GetProperty("total").GetDecimal().ShouldBe(90m);
        await Awarded(street, office);
    }

    private static async Task Awarded(StreetMonth street, Account office)
    {
        await street.Put("/guarantor-links", new { links = new[] { new { post = "党工委副书记", subjects = new[] { "B" } } } });
        await street.Put(
            "/award-schemes/2023-H2",
            new { levels = new[] { new { category = "居委会", level = "优秀单位", places = 1, unitYuan = 50_000, leaderYuan = 2_000 } } });
        (await street.Get("/awards/2023-H2")).TryGetProperty("decidedAt", out _).ShouldBeFalse();
        await office.Post("/awards/2023-H2/decision", new { fines = new[] { new { subject = "A", yuan = 100, reason = "脏乱差" } } })
            .Refused(HttpStatusCode.UnprocessableEntity, "fine-out-of-range");
        await street.Post("/awards/2023-H2/decision", new { fines = new[] { new { subject = "A", yuan = 5_000, reason = "脏乱差" } } });

        var lists = (await street.Get("/awards/2023-H2")).GetProperty("lists");
        lists.GetProperty("guarantors")[0].GetProperty("yuan").GetDecimal().ShouldBe(2_000);
        using var answer = await office.Get("/awards/2023-H2/workbook");
        await using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var sheets = Workbook.Read(file);
        sheets[0].Rows[0]["单位"].Text.ShouldBe("河滨社区");
        sheets[1].Rows[0]["金额（元）"].Number.ShouldBe(5_000);
        await Corrected(street, office);
    }

    private static async Task Corrected(StreetMonth street, Account office)
    {
        await office.Post("/awards/2023-H2/corrections", new { reason = "无" })
            .Refused(HttpStatusCode.Conflict, "awards-nothing-to-correct");
        (await street.Get("/awards/2023-H2")).GetProperty("awaitsCorrection").GetBoolean().ShouldBeFalse();
        var counted = new { reason = "补填人数", headCounts = new[] { new { subject = "B", leaders = 2, staff = 5 } } };
        await street.Post("/awards/2023-H2/corrections", counted);
        var report = await street.Get("/awards/2023-H2");
        report.GetProperty("corrections")[0].GetProperty("reason").GetString().ShouldBe("补填人数");
        // 50 000 for the unit and 2 000 for each of two leaders.
        report.GetProperty("lists").GetProperty("sums").GetProperty("awards").GetDecimal().ShouldBe(54_000);
        var first = (await street.Get("/awards/2023-H2?edition=0")).GetProperty("lists").GetProperty("sums");
        first.TryGetProperty("awards", out _).ShouldBeFalse();
        await office.Get("/awards/2023-H2?edition=2").Refused(HttpStatusCode.NotFound, "award-edition-not-found");
    }

    private async Task TellsNobodyWhoGaveWhat()
    {
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        (await connection.ExecuteScalarAsync<long>("SELECT (SELECT count(*) FROM ballots) + (SELECT count(*) FROM ballot_keys)"))
            .ShouldBe(0);
        var events = await fixture.Host.Get<IEventStore>().Read(
            Evaluation.Stream(Code, HalfYear.Parse("2023-H2")), TestContext.Current.CancellationToken);
        var cast = events.Where(e => e.Data is BallotCast).ToList();
        cast.Count.ShouldBe(4);
        cast.ShouldAllBe(e => e.Metadata.User == null
            && !JsonSerializer.Serialize(e.Data, JsonSerializerOptions.Web).Contains("83.41", StringComparison.Ordinal));
    }

    private async Task<StreetMonth> ClosedHalfYear()
    {
        var street = new StreetMonth(fixture, Code);
        await street.Publish([
            new UnitRegistered(Code, "A", 1, "广场社区", "居委会", new DateOnly(2023, 1, 1), null),
            new UnitRegistered(Code, "B", 1, "河滨社区", "居委会", new DateOnly(2023, 1, 1), null)]);
        await Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 2);
        await street.Put("/policies/2023-01", new { dailyWeight = 0.75, evaluationWeight = 0.25, adjustments = Array.Empty<object>() });
        InspectionScored Scored(string unit, decimal score) =>
            new(Code, street.File.IdOf($"inspection of {unit}"), 2, unit, "日常检查", new DateOnly(2023, 7, 5), score, "sheet-1", 1);
        object[] facts = [Scored("A", 85), Scored("B", 90)];
        await street.Publish(facts);
        await street.Arrived(facts);
        foreach (var month in Halves) await street.Post($"/months/{month}/closing", new { force = true, reason = "缺检周次如实通报" });
        return street;
    }

    private static object Ballot(decimal a, decimal b) =>
        new { scores = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["A"] = a, ["B"] = b } };
}
