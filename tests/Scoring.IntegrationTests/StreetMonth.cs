using System.Net.Http.Json;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Specs;
using Campaign.Testing;
using Campaign.Web;
using MassTransit;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>The month file lived through by one street: facts over the broker, the rest over HTTP.</summary>
internal sealed class StreetMonth(ScoringFixture fixture, string street) : IDisposable
{
    private readonly HttpClient office = fixture.Client(Role.StreetOffice, street);

    public MonthFile File { get; } = MonthFile.Of(street);

    public string Path => $"/api/streets/{street}";

    public async Task Happens()
    {
        await Publish(File.Units);
        await Eventually.Holds(async () => (await Get("/subjects?limit=500")).GetProperty("items").GetArrayLength() == File.Units.Count());
        await Put($"/policies/{File.Month}", File.Policy);
        foreach (var (award, index) in File.Commendations.Select((award, index) => (award, index)))
            await Put($"/commendations/{index}", new { award.Subject, award.Date, award.Reason });
        foreach (var (award, index) in File.Vetoes.Select((award, index) => (award, index)))
            await Put($"/vetoes/{index}", new { award.Subject, award.Scope, File.Month, award.Reason });

        var facts = File.Facts.ToList();
        await Publish(facts.Concat(facts).Shuffle());
        await Arrived(facts);
    }

    /// <summary>Publishes each as its service does: the message id is the event's.</summary>
    public Task Publish(IEnumerable<object> facts) => Task.WhenAll(facts.Select(fact => fixture.Bus.Publish(
        fact, fact.GetType(), context => context.MessageId = DeterministicGuid.From(Guid.Empty, fact.ToString()!))));

    public async Task Arrived(IEnumerable<object> facts)
    {
        var sources = facts.GroupBy(SourceOf).Select(s => new { StreamId = s.Key, Facts = s.Count() }).ToList();
        await Eventually.Becomes(
            async () => (await Post("/scorecards/awaited", new { sources })).GetProperty("missing"),
            missing => missing.GetArrayLength() == 0);
    }

    /// <summary>By force: the file has weeks without an inspection.</summary>
    public Task<JsonElement> Close() => Post($"/months/{File.Month}/closing", new { force = true, reason = "缺检周次如实通报" });

    public Task<JsonElement> Report() => Get($"/months/{File.Month}");

    public Task<JsonElement> Get(string path) => office.GetFromJsonAsync<JsonElement>(Path + path);

    public async Task<JsonElement> Post(string path, object body) =>
        await Succeeded(await office.PostAsJsonAsync(Path + path, body, JsonSerializerOptions.Web));

    public async Task<JsonElement> Put(string path, object body) =>
        await Succeeded(await office.PutAsJsonAsync(Path + path, body, JsonSerializerOptions.Web));

    public void Dispose() => office.Dispose();

    private static async Task<JsonElement> Succeeded(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static Guid SourceOf(object fact) =>
        (Guid)(fact.GetType().GetProperty("FindingId") ?? fact.GetType().GetProperty("InspectionId"))!.GetValue(fact)!;
}
