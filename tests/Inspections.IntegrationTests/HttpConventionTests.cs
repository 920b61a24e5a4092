using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

public sealed class HttpConventionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_repeated_request_answers_the_same_and_records_once()
    {
        var street = await TestStreet.Create(fixture, "990101401");

        using var first = await street.Post("findings", TestStreet.Finding(), key: "k-1");
        using var again = await street.Post("findings", TestStreet.Finding(), key: "k-1");
        using var other = await street.Post(
            "findings", new { category = "0112", description = "道路不洁", place = new { address = "人民路" } }, key: "k-1");

        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        again.Headers.Location.ShouldBe(first.Headers.Location);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        await other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_while_the_first_is_at_work_is_told_so()
    {
        var street = await TestStreet.Create(fixture, "990101402");
        await street.Record();
        await using var connection = new NpgsqlConnection(fixture.Surroundings.Database);
        await connection.OpenAsync();
        await using var holding = await connection.BeginTransactionAsync();
        var register = CaseRegister.Stream(street.Code, ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).Year);
        await connection.ExecuteAsync(
            "SELECT 1 FROM public.mt_streams WHERE tenant_id = @Tenant AND id = @Id FOR UPDATE", new { register.Tenant, register.Id });

        var first = street.Post("findings", TestStreet.Finding(), key: "k-2");
        await Eventually.Holds(async () =>
        {
            await using var looking = new NpgsqlConnection(fixture.Surroundings.Database);
            return await looking.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM app.idempotency_keys WHERE key = 'k-2')");
        });
        using var second = await street.Post("findings", TestStreet.Finding(), key: "k-2");
        await holding.RollbackAsync();

        await second.ShouldBeProblem(HttpStatusCode.Conflict, "request-in-flight");
        using var done = await first;
        done.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, InlineData("k\u00e9y"), InlineData("钥匙")]
    public async Task A_key_is_of_plain_letters(string key)
    {
        var street = await TestStreet.Create(fixture, "990101407");
        using var request = new HttpRequestMessage(HttpMethod.Post, street.Path("findings"));
        request.Content = TestStreet.Body(TestStreet.Finding());
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await street.Inspector.SendAsync(request);
        await answer.ShouldBeProblem(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    [Fact]
    public async Task Who_has_very_many_keys_waits_and_others_do_not()
    {
        var (busy, other) = (await TestStreet.Create(fixture, "990101408"), await TestStreet.Create(fixture, "990101409"));
        await using var connection = new NpgsqlConnection(fixture.Surroundings.Database);
        await connection.ExecuteAsync(
            """
            INSERT INTO app.idempotency_keys (scope, key, caller, body_hash, leased_until, expires_at, status)
            SELECT @caller, n::text, @caller, '', now(), now() + interval '1 day', 200 FROM generate_series(1, 50000) AS n
            """,
            new { caller = TestIdentity.Caller(Role.Inspector, busy.Code).Id });

        using var refused = await busy.Post("findings", TestStreet.Finding(), key: "one-more");
        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "idempotency-keys-used-up");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await busy.Record();
        await other.Record(key: "one");
    }

    [Fact]
    public async Task An_answer_too_large_to_be_kept_is_worked_out_again_and_another_body_still_refused()
    {
        var street = await TestStreet.Create(fixture, "990101410");
        var cases = Enumerable.Range(1, 900).Select(n => new
        {
            id = $"C-{n}-{new string('长', 90)}",
            unit = TestStreet.Unit,
            category = "0110",
            timeline = new object[] { new { @do = "record", at = "2024-09-02T09:00:00+08:00" } },
        }).ToArray();

        using var first = await street.Post("history-imports", new { cases }, street.Office, key: "large");
        using var again = await street.Post("history-imports", new { cases }, street.Office, key: "large");
        using var other = await street.Post("history-imports", new { cases = cases[..1] }, street.Office, key: "large");

        (await first.Json()).GetProperty("rows")[0].GetProperty("outcome").GetString().ShouldBe("New");
        (await first.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(256 * 1024);
        (await again.Json()).GetProperty("rows")[0].GetProperty("outcome").GetString().ShouldBe("Unchanged");
        again.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        await other.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_so()
    {
        var street = await TestStreet.Create(fixture, "990101403");
        var id = await street.Record();
        using var seen = await street.Office.GetAsync(street.Path($"findings/{id}"));
        seen.Headers.ETag!.Tag.ShouldBe("\"1\"");

        using var stale = await street.Post($"findings/{id}/void", new { reason = "误报" }, street.Office, ifMatch: 7);
        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");
        using var current = await street.Post($"findings/{id}/void", new { reason = "误报" }, street.Office, ifMatch: 1);
        current.StatusCode.ShouldBe(HttpStatusCode.OK);
        current.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task What_cannot_be_read_or_does_not_fit_is_pointed_at()
    {
        var street = await TestStreet.Create(fixture, "990101404");
        async Task Refused(string body, HttpStatusCode status, string rule, string pointer)
        {
            using var answer = await street.Post("findings", body);
            await answer.ShouldBeProblem(status, rule, pointer);
        }

        await Refused(
            """{"category":"0110","description":"垃圾","place":{"adress":"人民路"}}""", HttpStatusCode.BadRequest, "field-unknown",
            "/place/adress");
        await Refused(
            """{"category":"0110","description":"垃圾","place":{"longitude":"东"}}""", HttpStatusCode.BadRequest, "json-invalid",
            "/place/longitude");
        await Refused(
            """{"category":"0110","description":"垃圾","place":{"longitude":200,"latitude":30}}""", HttpStatusCode.UnprocessableEntity,
            "request-invalid", "/place/longitude");
        await Refused(
            """{"category":"9999","description":"垃圾","place":{"address":"人民路"}}""", HttpStatusCode.UnprocessableEntity,
            "category-unknown", "/category");
        await Refused(
            $$"""{"category":"0110","description":"垃圾","place":{"address":"人民路"},"photos":["{{new string('d', 64)}}"]}""",
            HttpStatusCode.UnprocessableEntity, "evidence-unknown", "/photos/0");
    }

    [Fact]
    public async Task Nothing_is_written_for_a_street_that_does_not_take_part()
    {
        using var client = fixture.Client(Role.Inspector, "990101499");
        using var answer = await client.PostAsync("/api/streets/990101499/findings", TestStreet.Body(TestStreet.Finding()));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "street-unknown");
    }

    [Fact]
    public async Task A_long_ledger_comes_in_pages()
    {
        var street = await TestStreet.Create(fixture, "990101405");
        for (var i = 0; i < 5; i++) await street.Record();

        var seen = new List<string>();
        string? path = street.Path("findings?limit=2");
        while (path is not null)
        {
            using var answer = await street.Office.GetAsync(path);
            seen.AddRange(
                (await answer.Json()).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("caseNumber").GetString()!));
            path = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.Order(StringComparer.Ordinal));
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task A_unit_officer_sees_what_his_unit_leads_or_helps_with()
    {
        var street = await TestStreet.Create(fixture, "990101406");
        var (led, helped, others) = (await street.Record(), await street.Record(), await street.Record());
        await Route(street, led, "U013", []);
        await Route(street, helped, "U010", ["U013"]);
        await Route(street, others, "U010", []);
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, "U013");

        var list = await officer.GetFromJsonAsync<JsonElement>(street.Path("findings"));
        list.GetProperty("items").EnumerateArray().Select(f => f.GetProperty("id").GetGuid()).ShouldBe([led, helped]);
        using var denied = await officer.GetAsync(street.Path($"findings/{others}"));
        await denied.ShouldBeProblem(HttpStatusCode.NotFound, "finding-not-found");
        (await officer.GetAsync(street.Path($"findings/{others}/history"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Route(TestStreet street, Guid id, string unit, string[] cooperating)
    {
        var now = TimeProvider.System.GetUtcNow();
        await fixture.Bus.Publish(
            new RectificationAssigned(street.Code, id, 1, Guid.CreateVersion7(), 1, unit, cooperating, null, now.AddDays(1), now), default);
        await Eventually.Holds(async () => (await street.Get($"findings/{id}")).GetProperty("status").GetString() == "Routed");
    }
}
