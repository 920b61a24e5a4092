using System.Collections.Concurrent;
using System.Globalization;
using Campaign.Doors.Tests.Fuzz;

namespace Campaign.Doors.Tests;

/// <summary>Nothing a caller sends is a 500, and what is refused is refused in words.</summary>
public sealed class FuzzTests(Platform platform)
{
    private const int Workers = 8;
    private const int Shown = 10;
    private static readonly int Seed = Setting("CAMPAIGN_FUZZ_SEED", 20261130);
    private static readonly int Requests = Setting("CAMPAIGN_FUZZ_REQUESTS", 10_000);

    private readonly ConcurrentDictionary<string, string> wrong = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> answers = new();
    private readonly Pool pool = new();

    [Fact]
    public async Task Ten_thousand_requests_are_answered_without_one_5xx()
    {
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => Work(new Random(Seed + worker)))));

        var sums = string.Join(", ", answers.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {Seed}, {Requests} requests — {sums}");
        wrong.Values.Take(Shown).ShouldBeEmpty($"seed {Seed}, {wrong.Count} kinds");
        answers.Where(one => one.Key is >= 200 and < 300).Sum(one => one.Value)
            .ShouldBeGreaterThan(Requests / 10, "requests that all fail at the door prove little");
    }

    private async Task Work(Random random)
    {
        var fuzzer = new Fuzzer(random, pool);
        for (var request = 0; request < Requests / Workers; request++) await Send(fuzzer.Next());
    }

    private async Task Send(Attempt attempt)
    {
        using var message = attempt.Message(platform.TokenFor(attempt.Operation.Service));
        using var answer = await platform.At(attempt.Operation.Service).SendAsync(message);
        var status = (int)answer.StatusCode;
        answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        var text = await answer.Content.ReadAsStringAsync();
        if (status < 300) pool.Learn(text);
        if (IsRight(status, answer.Content.Headers.ContentType?.MediaType, text, attempt)) return;
        wrong.TryAdd(
            $"{attempt.Operation} {status}",
            string.Create(CultureInfo.InvariantCulture, $"{attempt}\n→ {status} {answer.Content.Headers.ContentType} {text}\n"));
    }

    /// <summary>The server's own refusals come before everything and have no body; OAuth has a form of its own.</summary>
    private static bool IsRight(int status, string? media, string text, Attempt attempt) => status < 400
        || (status < 500
            && (text.Length == 0 || attempt.Operation.Path is "/connect/token"
                || (media is "application/problem+json" && text.Any(c => c is >= '\u4e00' and <= '\u9fff'))));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
