using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>
/// Decisions over several streams: who comes late is told so, who comes twice changes nothing, of several at once one does it.
/// </summary>
public sealed class CommitTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private static readonly object Forced = new { force = true, reason = "缺检周次如实通报" };

    [Fact]
    public async Task A_month_is_closed_and_published_once_by_who_saw_it_as_it_is()
    {
        const string code = "990101061";
        using var street = new StreetMonth(fixture, code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        var month = $"/months/{street.File.Month}";
        await street.Happens();

        await office.Post($"{month}/closing", Forced, ifMatch: 7).Refused(HttpStatusCode.PreconditionFailed, "version-stale");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Post($"{month}/closing", Forced).Succeeded()));
        await office.Post($"{month}/publication", new { }, ifMatch: 0).Refused(HttpStatusCode.PreconditionFailed, "version-stale");
        var published = await office.Post($"{month}/publication", new { }, ifMatch: 1).Succeeded();
        await office.Post($"{month}/publication", new { }, ifMatch: 1).Refused(HttpStatusCode.PreconditionFailed, "version-stale");

        published.GetProperty("version").GetInt64().ShouldBe(2);
        (await Events(MonthState.Stream(code, Month.Parse(street.File.Month)))).Select(e => e.Data.GetType())
            .ShouldBe([typeof(MonthClosed), typeof(MonthPublished)]);
        (await Events(ScorecardState.Stream(code, Month.Parse(street.File.Month), "U001"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_is_made_once_and_answered_again_though_the_first_answer_was_lost()
    {
        const string code = "990101062";
        using var street = new StreetMonth(fixture, code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        var (month, reason) = ($"/months/{street.File.Month}", new { reason = "离线检查补录" });
        await street.Happens();
        await street.Close();
        await street.Post($"{month}/publication", new { });
        object[] late =
            [new InspectionScored(code, street.File.IdOf("late"), 2, "U001", "日常检查", new DateOnly(2024, 9, 30), 100, "sheet-1", 1)];
        await street.Publish(late);
        await street.Arrived(late);

        await office.Post($"{month}/corrections", reason, ifMatch: 1).Refused(HttpStatusCode.PreconditionFailed, "version-stale");
        var first = await office.Post($"{month}/corrections", reason, ifMatch: 2, key: "correction-1").Succeeded();
        await AnswersAreLost();
        var again = await office.Post($"{month}/corrections", reason, ifMatch: 2, key: "correction-1").Succeeded();
        await office.Post($"{month}/corrections", reason).Refused(HttpStatusCode.Conflict, "nothing-to-correct");

        again.ToString().ShouldBe(first.ToString());
        (await street.Get("/bulletins")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_that_several_ask_for_at_once_is_made_once()
    {
        const string code = "990101063";
        using var street = new StreetMonth(fixture, code);
        await street.Happens();
        await street.Close();
        await street.Post($"/months/{street.File.Month}/publication", new { });
        await street.Put(
            "/vetoes/late", new { subject = "U002", scope = "month", month = street.File.Month, reason = "媒体曝光", ground = "exposure" });
        using var office = new Account(fixture, code, "office", Role.StreetOffice);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => office.Post($"/months/{street.File.Month}/corrections", new { reason = "补录" })));

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 3)]);
        (await street.Get("/bulletins")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Ballots_that_come_together_with_the_closing_count_or_are_told_that_it_is_over()
    {
        const string code = "990101064";
        using var street = new StreetMonth(fixture, code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        await street.Publish(street.File.Units);
        await Eventually.Holds(
            async () => (await street.Get("/subjects?limit=500")).GetProperty("items").GetArrayLength() == street.File.Units.Count());
        var holders = Enumerable.Range(1, 12).Select(n => $"leader-{n}").ToArray();
        await street.Put("/evaluations/2024-H2", new { holders, categories = new[] { "居委会" } });
        var subjects = (await street.Get("/evaluations/2024-H2")).GetProperty("subjects").EnumerateArray()
            .Select(s => s.GetProperty("subject").GetString()!);
        var ballot = new { scores = subjects.ToDictionary(subject => subject, _ => 90m, StringComparer.Ordinal) };
        Account[] leaders = [.. holders.Select(holder => new Account(fixture, code, holder, Role.Leader))];
        foreach (var leader in leaders[..4]) await leader.Put("/evaluations/2024-H2/ballot", ballot).Succeeded();
        await leaders[4].Put("/evaluations/2024-H2/ballot", ballot, ifMatch: 1).Refused(HttpStatusCode.PreconditionFailed, "version-stale");
        await office.Post("/evaluations/2024-H2/closing", new { }, ifMatch: 1).Refused(HttpStatusCode.PreconditionFailed, "version-stale");

        var voting = leaders[4..].Select(leader => leader.Put("/evaluations/2024-H2/ballot", ballot)).ToList();
        await Task.WhenAll(
            office.Post("/evaluations/2024-H2/closing", new { }).Succeeded(),
            office.Post("/evaluations/2024-H2/closing", new { }).Succeeded());
        var votes = await Task.WhenAll(voting);

        votes.ShouldAllBe(vote => vote.StatusCode == HttpStatusCode.OK || vote.StatusCode == HttpStatusCode.Conflict);
        var events = (await Events(Evaluation.Stream(code, HalfYear.Parse("2024-H2")))).Select(e => e.Data).ToList();
        var closed = events.OfType<EvaluationClosed>().ShouldHaveSingleItem();
        closed.ShouldBe(events[^1]);
        closed.Ballots.ShouldBe(4 + votes.Count(vote => vote.StatusCode == HttpStatusCode.OK));
        foreach (var leader in leaders) leader.Dispose();
    }

    private Task<IReadOnlyList<RecordedEvent>> Events(StreamId stream) =>
        fixture.Host.Get<IEventStore>().Read(stream, TestContext.Current.CancellationToken);

    /// <summary>As if the service had died between its commit and keeping the answer.</summary>
    private async Task AnswersAreLost()
    {
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("DELETE FROM app.idempotency_keys");
    }
}
