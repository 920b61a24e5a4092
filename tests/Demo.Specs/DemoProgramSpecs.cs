using System.Text.Json;
using Campaign.Demo.Input;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class DemoProgramSpecs : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private FakePlatform platform = null!;

    public async ValueTask InitializeAsync() => platform = await FakePlatform.Start();

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string In(string file) => Path.Combine(folder, file);

    [Fact]
    public async Task The_sample_campaign_runs_through_and_is_all_equal()
    {
        (await platform.Demo()).ShouldBe(0);
        platform.Requests.ShouldContain(request => request == "POST /api/streets/990101001/plans?dryRun=false");
        platform.Requests.Count(request => request.EndsWith("/verification", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_second_run_closes_nothing_again()
    {
        await platform.Demo();
        (await platform.Demo()).ShouldBe(0);
        platform.Requests.Count(request => request.EndsWith("/closing", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_answered_is_written_as_expected_is_written()
    {
        (await platform.Demo("--month", Samples.MonthPath, "--json", In("out.json"))).ShouldBe(0);
        (await File.ReadAllTextAsync(In("out.json"))).TrimEnd().ShouldBe(JsonSerializer.Serialize(SampleStory.Expected, Json.Indented));
        Directory.GetFiles(folder).ShouldHaveSingleItem();
        platform.Requests.ShouldNotContain(request => request.Contains("/plans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_figure_ends_in_2_and_is_still_written()
    {
        platform.Report.ResultOf("U004")["rank"] = 6;
        (await platform.Demo("--month", Samples.MonthPath, "--json", In("out.json"))).ShouldBe(2);
        File.Exists(In("out.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_compared_where_nothing_is_expected()
    {
        platform.Report.ResultOf("U004")["rank"] = 6;
        await File.WriteAllTextAsync(
            In("month.json"), JsonSerializer.Serialize(SampleStory.September with { Expected = null }, Json.Options));
        (await platform.Demo("--month", In("month.json"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_platform_that_is_briefly_away_is_asked_again()
    {
        var times = 0;
        platform.Trouble = http =>
            http.Request.Path.StartsWithSegments("/api/streets", StringComparison.Ordinal) && times++ < 2 ? Results.StatusCode(503) : null;
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(0);
        times.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_repeat_of_a_lost_answer_carries_the_same_key()
    {
        var keys = new List<string>();
        platform.Trouble = http =>
        {
            if (!IsImport(http, dryRun: false)) return null;
            keys.Add(http.Request.Headers["Idempotency-Key"].ToString());
            return keys.Count == 1 ? Results.StatusCode(503) : null;
        };
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(0);
        (keys[1] == keys[0]).ShouldBeTrue();
        (keys[2] == keys[0]).ShouldBeFalse();
    }

    [Fact]
    public async Task Units_that_are_still_on_their_way_are_waited_for()
    {
        var tries = 0;
        platform.Trouble = http => IsImport(http, dryRun: true) && tries++ == 0 ? Refused("unit-unknown") : null;
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_is_refused_ends_in_3_and_nothing_is_taken()
    {
        platform.Trouble = http => IsImport(http, dryRun: true) ? Refused("step-unknown") : null;
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(3);
        platform.Requests.ShouldNotContain(request => request.EndsWith("dryRun=false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_renewed()
    {
        var refused = false;
        platform.Trouble = http =>
        {
            if (refused || !http.Request.Path.StartsWithSegments("/api/streets", StringComparison.Ordinal)) return null;
            refused = true;
            return Results.Unauthorized();
        };
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(0);
        refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData(64, "--nonsense", "x")]
    [InlineData(3, "--month", "no-such-file.json")]
    public async Task What_cannot_be_done_says_so_by_its_exit_code(int code, params string[] args) =>
        (await platform.Demo(args)).ShouldBe(code);

    [Fact]
    public async Task A_file_that_cannot_be_written_ends_in_3() =>
        (await platform.Demo("--month", Samples.MonthPath, "--json", In("no-such-folder/out.json"))).ShouldBe(3);

    [Fact]
    public async Task An_answer_of_another_shape_ends_in_3()
    {
        platform.Report["results"] = "none";
        (await platform.Demo("--month", Samples.MonthPath)).ShouldBe(3);
    }

    private static bool IsImport(HttpContext http, bool dryRun) =>
        http.Request.QueryString.Value == (dryRun ? "?dryRun=true" : "?dryRun=false");

    private static IResult Refused(string rule)
    {
        var row = new
        {
            Kind = "Case",
            Id = "C-1",
            Outcome = "Refused",
            StreamId = Guid.Empty,
            Facts = 0,
            Rule = rule,
            Detail = "不通过",
            Pointer = "/cases/0",
        };
        return Results.Ok(new { Rows = new[] { row } });
    }
}
