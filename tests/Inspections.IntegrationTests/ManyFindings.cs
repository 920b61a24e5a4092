using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Specs;
using Campaign.Testing;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A street in which anything happened to many cases, here and there.</summary>
internal static class ManyFindings
{
    private static readonly string?[] Communities = ["C01", "C02", null];
    private static readonly string[] Matters = ["垃圾桶旁暴露生活垃圾", "占道经营影响通行", "楼道堆放杂物", "=HYPERLINK(\"x\")"];

    /// <returns>The streams as they are when nothing happens any more.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<object>>> Happen(InspectionsFixture fixture, string street, int count)
    {
        var store = fixture.Host.Get<IEventStore>();
        var ids = new List<StreamId>();
        foreach (var deeds in AnyFinding.Lives.Generator.Sample(count, 30))
        {
            var (stream, nth) = (new StreamId<Finding>(street, Guid.CreateVersion7()), ids.Count);
            var life = AnyFinding.Live(deeds).Select(e => e is FindingRecorded recorded ? Elsewhere(recorded, street, nth) : e);
            await store.Append([StreamAppend.To(stream, 0, life.Select(NewEvent.Of))], EventMetadata.None, default);
            ids.Add(stream);
        }
        // All deadlines are long past: what the watch adds is part of the life.
        await Eventually.Holds(async () =>
        {
            await fixture.Host.Watch().Sweep(default);
            return await Waiting(fixture, street) == 0;
        });
        var lives = new List<IReadOnlyList<object>>();
        foreach (var stream in ids) lives.Add([.. (await store.Read(stream, default)).Select(e => e.Data)]);
        return lives;
    }

    private static FindingRecorded Elsewhere(FindingRecorded recorded, string street, int nth) => recorded with
    {
        CaseNumber = $"{street}-2024-{nth + 1:D6}",
        Category = nth % 4 == 0 ? "0120" : "0110",
        Severity = (Severity)(nth % 3),
        Description = $"{Matters[nth % Matters.Length]}第{nth}处",
        Place = nth % 5 == 0
            ? new(Address: $"人民路{nth}号", Community: Communities[nth % 3])
            : new(117.2 + (nth * 0.001), 33.6 + (nth * 0.001), Community: Communities[nth % 3]),
        At = recorded.At.AddHours(-7 * (nth % 6)),
    };

    private static async Task<long> Waiting(InspectionsFixture fixture, string street)
    {
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM findings WHERE street = @street AND status IN ('Routed', 'Accepted', 'Reported') AND NOT overdue",
            new { street });
    }

    /// <summary>All rows of a list, page by page as the answers link them.</summary>
    public static async Task<List<System.Text.Json.JsonElement>> AllPages(this HttpClient client, string address)
    {
        var rows = new List<System.Text.Json.JsonElement>();
        for (string? next = address; next is not null;)
        {
            using var answer = await client.GetAsync(next);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, $"{next}: {await answer.Content.ReadAsStringAsync()}");
            rows.AddRange((await answer.Json()).GetProperty("items").EnumerateArray());
            rows.Count.ShouldBeLessThan(10_000, "the pages go round in circles");
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        return rows;
    }
}
