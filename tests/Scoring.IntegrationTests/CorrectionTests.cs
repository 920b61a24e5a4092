using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;
using Npgsql;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>What comes after the bulletin goes into another one; what was announced can be computed again for ever.</summary>
public sealed class CorrectionTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task A_visit_that_comes_offline_after_the_bulletin_is_corrected_and_the_bulletin_stays()
    {
        const string code = "990101021";
        using var street = await Published(code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        await office.Post($"/months/{street.File.Month}/corrections", new { reason = "无" })
            .Refused(HttpStatusCode.Conflict, "nothing-to-correct");
        var (first, path) = await FirstBulletin(street);

        await Late(street, code);
        var pending = (await street.Report()).GetProperty("pendingCorrections").GetArrayLength();
        pending.ShouldBeGreaterThan(0);
        var correction = await office.Post($"/months/{street.File.Month}/corrections", new { reason = "离线检查补录" }).Succeeded();

        (await (await office.Get(path)).Content.ReadAsStringAsync()).ShouldBe(first);
        correction.GetProperty("number").GetInt32().ShouldBe(2);
        var second = await street.Get($"/bulletins/{correction.GetProperty("year")}/2");
        second.GetProperty("correction").GetProperty("reason").GetString().ShouldBe("离线检查补录");
        second.GetProperty("correction").GetProperty("figures").GetArrayLength().ShouldBe(pending);
        second.GetProperty("correction").GetProperty("lines").EnumerateArray()
            .Where(l => l.GetProperty("subject").GetString() == "U001")
            .Sum(l => l.GetProperty("to").GetDecimal() - l.GetProperty("from").GetDecimal()).ShouldBe(84.88m - 81.30m);

        var report = await street.Report();
        report.GetProperty("pendingCorrections").GetArrayLength().ShouldBe(0);
        Score(report, "U001").ShouldBe(84.88m);
        var trend = await street.Get($"/subjects/U001/trend?from={street.File.Month}&to={street.File.Month}");
        trend.GetProperty("months").EnumerateArray().ShouldHaveSingleItem().GetProperty("score").GetDecimal().ShouldBe(84.88m);
        Score(JsonDocument.Parse(first).RootElement.GetProperty("report"), "U001").ShouldBe(81.30m);
        await office.Post($"/months/{street.File.Month}/corrections", new { reason = "再次" })
            .Refused(HttpStatusCode.Conflict, "nothing-to-correct");
    }

    [Fact]
    public async Task Closings_and_corrections_come_out_of_the_events_again_and_a_rebuild_proves_it()
    {
        const string code = "990101022";
        using var street = await Published(code);
        await Late(street, code);
        await street.Put(
            "/vetoes/late", new { subject = "U002", scope = "month", month = street.File.Month, reason = "媒体曝光", ground = "exposure" });
        await street.Post($"/months/{street.File.Month}/corrections", new { reason = "离线检查补录" });
        await street.Post("/vetoes/late/release", new { reason = "整改到位" });

        var proof = await street.Get($"/months/{street.File.Month}/proof");
        proof.EnumerateArray().Select(p => (p.GetProperty("correction").GetInt32(), p.GetProperty("holds").GetBoolean()))
            .ShouldBe([(0, true), (1, true)]);

        (await fixture.Host.Get<ProjectionRebuild>().Run(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        var lines = new List<string>();
        (await Proof.Holds(lines.Add, TestContext.Current.CancellationToken)).ShouldBeTrue(string.Join('\n', lines));

        await Tamper(
            $"UPDATE scorecards SET card = jsonb_set(card::jsonb, '{{score}}', '12.34') WHERE street = '{code}' AND subject = 'U001' AND edition = 0");
        (await Proof.Holds(lines.Add, TestContext.Current.CancellationToken)).ShouldBeFalse("a figure was tampered with");
        lines.ShouldContain(
            line => line.Contains("U001 score", StringComparison.Ordinal) && line.Contains("12.34", StringComparison.Ordinal));
        await fixture.Host.Get<ProjectionRebuild>().Run(TestContext.Current.CancellationToken);
        (await Proof.Holds(lines.Add, TestContext.Current.CancellationToken)).ShouldBeTrue("the rebuild brought it back");
    }

    [Fact]
    public async Task An_upheld_appeal_waives_the_line_with_the_next_correction()
    {
        const string code = "990101023";
        using var street = await Published(code);
        using var officer = new Account(fixture, code, "officer", Role.UnitOfficer, "U009");
        using var other = new Account(fixture, code, "other", Role.UnitOfficer, "U001");
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        using var second = new Account(fixture, code, "second", Role.StreetOffice);
        var card = await street.Get($"/scorecards/U009/{street.File.Month}");
        var line = card.GetProperty("lines").EnumerateArray().First(l => l.GetProperty("points").GetDecimal() < 0);
        var body = new
        {
            street.File.Month,
            Subject = "U009",
            Kind = line.GetProperty("kind"),
            EventId = line.GetProperty("eventId"),
            Reason = "当日已整改",
            Evidence = "照片",
        };

        await other.Post("/appeals", body).Refused(HttpStatusCode.Forbidden, "not-your-unit");
        var id = (await officer.Post("/appeals", body).Succeeded()).GetProperty("id").GetGuid();
        (await officer.Post("/appeals", body).Succeeded()).GetProperty("version").GetInt64().ShouldBe(1);
        await other.Get($"/appeals/{id}").Refused(HttpStatusCode.NotFound, "appeal-not-found");
        await second.Post($"/appeals/{id}/decision", new { uphold = true, reason = "同意" })
            .Refused(HttpStatusCode.Conflict, "appeal-not-reviewed");
        await office.Post($"/appeals/{id}/review", new { uphold = true, reason = "情况属实" }).Succeeded();
        await office.Post($"/appeals/{id}/decision", new { uphold = true, reason = "同意" }).Refused(HttpStatusCode.Forbidden, "four-eyes");
        (await second.Get("/months/2024-10/checklist").Succeeded()).GetProperty("openPoints").EnumerateArray()
            .ShouldContain(p => p.GetProperty("kind").GetString() == "AppealOpen");
        await second.Post($"/appeals/{id}/decision", new { uphold = true, reason = "同意" }).Succeeded();

        await street.Post($"/months/{street.File.Month}/corrections", new { reason = "申诉成立" });
        var corrected = await street.Get($"/scorecards/U009/{street.File.Month}");
        corrected.GetProperty("lines").EnumerateArray().ShouldContain(l =>
            l.GetProperty("text").GetString()!.Contains("曾扣·免计", StringComparison.Ordinal) && l.GetProperty("points").GetDecimal() == 0);
        corrected.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("points").GetDecimal())
            .ShouldBe(corrected.GetProperty("score").GetDecimal());
        (await officer.Get("/appeals").Succeeded()).GetProperty("items")[0].GetProperty("status").GetString().ShouldBe("Upheld");
        (await street.Get($"/months/{street.File.Month}/proof")).EnumerateArray().ShouldAllBe(p => p.GetProperty("holds").GetBoolean());
    }

    private IRebuildProof Proof => fixture.Host.Get<IRebuildProof>();

    private async Task<StreetMonth> Published(string code)
    {
        var street = new StreetMonth(fixture, code);
        await street.Happens();
        await street.Close();
        await street.Post($"/months/{street.File.Month}/publication", new { });
        return street;
    }

    private static async Task<(string Text, string Path)> FirstBulletin(StreetMonth street)
    {
        var head = (await street.Get("/bulletins")).GetProperty("items")[0];
        var path = $"/bulletins/{head.GetProperty("year")}/{head.GetProperty("number")}";
        return ((await street.Get(path)).GetRawText(), path);
    }

    private static async Task Late(StreetMonth street, string code)
    {
        InspectionScored late = new(code, street.File.IdOf("late"), 2, "U001", "日常检查", new DateOnly(2024, 9, 30), 100, "sheet-1", 1);
        await street.Publish([late]);
        await street.Arrived([late]);
    }

    private async Task Tamper(string sql)
    {
        await using var command = fixture.Host.Get<NpgsqlDataSource>().CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private static decimal Score(JsonElement report, string subject) =>
        report.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("subject").GetString() == subject).GetProperty("score")
            .GetDecimal();
}
