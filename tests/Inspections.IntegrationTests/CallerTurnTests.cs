using System.Net;
using Campaign.Testing;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>What is dear one caller has so many times at work; another is not asked to wait for him.</summary>
public sealed class CallerTurnTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Theory]
    [InlineData("findings/export", 2, "exports-in-progress", "990101421")]
    [InlineData("findings/summary", 8, "figures-in-progress", "990101422")]
    public async Task One_more_of_one_caller_is_refused_and_another_gets_through(string path, int most, string rule, string code)
    {
        var street = await TestStreet.Create(fixture, code);
        await street.Record();
        await using var connection = new NpgsqlConnection(fixture.Surroundings.Database);
        await connection.OpenAsync();
        await using var gate = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("LOCK TABLE read.findings IN ACCESS EXCLUSIVE MODE");

        var atWork = Enumerable.Range(0, most).Select(_ => street.Office.GetAsync(street.Path(path))).ToList();
        await Eventually.Becomes(Readers, readers => readers >= most);
        using var refused = await street.Office.GetAsync(street.Path(path));
        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, rule);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        atWork.Add(street.Inspector.GetAsync(street.Path(path)));
        await Eventually.Becomes(Readers, readers => readers >= most + 1);

        await gate.RollbackAsync();
        foreach (var answer in await Task.WhenAll(atWork)) answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Office.GetAsync(street.Path(path))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_told_to_come_back_comes_back_under_the_same_key()
    {
        var street = await TestStreet.Create(fixture, "990101423");
        // More than travels before somebody reads it.
        var picture = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(1 << 20));
        await using var book = new TinyWorkbook().Rows("台账", ["编号", "登记时间", "类别"], ["C-1", "2024-09-02", "0110"])
            .Part("xl/media/image1.png", picture).File();
        var (file, rest) = (book.ToArray(), new TaskCompletionSource());
        using var slow = new SlowContent(file, rest.Task);
        using var office = fixture.Host.Server.CreateClient().As(fixture.Surroundings.Identity.Token(Role.StreetOffice, street.Code));
        var first = office.PostAsync(street.Path("history-imports/workbook?dryRun=true"), slow);
        await slow.IsBeingRead.WaitAsync(TimeSpan.FromMinutes(1));

        using var early = await Send();
        await early.ShouldBeProblem(HttpStatusCode.TooManyRequests, "workbook-in-progress");
        rest.SetResult();
        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await Send();
        again.StatusCode.ShouldBe(HttpStatusCode.OK);

        Task<HttpResponseMessage> Send()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, street.Path("history-imports/workbook?dryRun=true"))
            {
                Content = new ByteArrayContent(file) { Headers = { ContentType = new(Downloads.XlsxType) } },
            };
            request.Headers.Add("Idempotency-Key", "once-more");
            return street.Office.SendAsync(request);
        }
    }

    /// <summary>Requests that wait at the gate; who writes waits in another mode.</summary>
    private async Task<long> Readers()
    {
        await using var connection = new NpgsqlConnection(fixture.Surroundings.Database);
        return await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'read.findings'::regclass AND mode = 'AccessShareLock'");
    }
}
