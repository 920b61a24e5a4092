using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>A phone without reception: numbers what is done on it, and sends it when asked.</summary>
internal sealed class Phone(TestStreet street, string id = "phone-1", HttpClient? client = null)
{
    private long sequence;

    public string Id => id;

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public Done Do(
        string kind, object? body = null, Guid? target = null, long? baseVersion = null, DateTimeOffset? at = null, Guid? intent = null) =>
        new(++sequence, intent ?? Guid.CreateVersion7(), kind, at ?? Now, target, baseVersion, body);

    public Done Record(string what, params string[] photos) => Do("recordFinding", Finding(what, photos));

    /// <summary>Nowhere near any other.</summary>
    public static object Finding(string what, params string[] photos) =>
        new { category = "0110", description = what, place = new { address = $"{what}旁" }, photos };

    public async Task<IReadOnlyList<JsonElement>> Sync(params Done[] done)
    {
        using var answer = await Send(done);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Json()).GetProperty("answers").EnumerateArray()];
    }

    public Task<HttpResponseMessage> Send(params Done[] done) =>
        street.Post("sync", new { clientId = id, intents = done }, client ?? street.Inspector);

    public async Task<long> Last() =>
        (await street.Get($"sync/devices/{id}", client ?? street.Inspector)).GetProperty("lastSequence").GetInt64();
}

internal sealed record Done(long Sequence, Guid Id, string Kind, DateTimeOffset At, Guid? Target, long? BaseVersion, object? Body);

internal static class SyncAnswers
{
    public static IEnumerable<string?> Outcomes(this IEnumerable<JsonElement> answers) => answers.Select(a => a.Text("outcome"));

    public static string? Text(this JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>What Tasks would tell: a unit has the case and says that it is done.</summary>
    public static async Task<long> Reported(this ServiceHost<Program> host, string street, Guid finding, string photo)
    {
        var (store, stream) = (host.Get<IEventStore>(), Finding.Stream(street, finding));
        var step = new AssignmentStep(Guid.CreateVersion7(), 1);
        var at = Phone.Now.AddHours(-1);
        await store.Transact(
            stream, new RouteFinding(1, TestStreet.Unit, [], at.AddDays(2), step, at).Decide, TransactOptions.None, default);
        var reported = new ReportRectification(1, TestStreet.Unit, [photo], null, step with { Version = 2 }, at);
        return (await store.Transact(stream, reported.Decide, TransactOptions.None, default)).Version;
    }
}
