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

/// <summary>A request that is sent again is done once.</summary>
public sealed class IdempotencyTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
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
}
