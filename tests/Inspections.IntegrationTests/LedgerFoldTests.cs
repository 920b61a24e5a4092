using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Specs;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A row of the ledger is the fold of its stream, whatever happened to the case.</summary>
public sealed class LedgerFoldTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Street = "990101441";

    [Fact]
    public async Task The_ledger_is_the_fold_of_the_streams()
    {
        var store = fixture.Host.Get<IEventStore>();
        var lives = new Dictionary<Guid, IReadOnlyList<object>>();
        foreach (var deeds in AnyCase.Lives.Generator.Sample(200, 30))
        {
            var (id, number) = (Guid.CreateVersion7(), $"{Street}-2024-{lives.Count + 1:D6}");
            var life = AnyCase.Live(deeds).Select(e => e is FindingRecorded r ? r with { CaseNumber = number } : e).ToList();
            // In several appends, as they happen.
            var version = 0;
            foreach (var some in life.Chunk(3))
            {
                await store.Append([StreamAppend.To<Finding>(new(Street, id), version, some.Select(NewEvent.Of))], EventMetadata.None, default);
                version += some.Length;
            }
            lives[id] = life;
        }

        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        var rows = (await connection.QueryAsync<Row>(
            """
            SELECT id AS Id, version AS Version, status AS Status, round AS Round, unit AS Unit, due AS Due, overdue AS Overdue,
                   rejections AS Rejections, before_photos AS BeforePhotos, struck_off_at AS StruckOffAt
            FROM findings WHERE street = @Street
            """, new { Street })).ToDictionary(row => row.Id);
        rows.Count.ShouldBe(lives.Count);
        foreach (var (id, life) in lives) Of(rows[id]).ShouldBe(Of(Expected(id, life)), string.Join('\n', life));
    }

    /// <summary>Told anew, from the events alone.</summary>
    private static Row Expected(Guid id, IReadOnlyList<object> life)
    {
        var finding = life.Aggregate(Finding.Initial, (state, e) => state.Evolve(e));
        var assigned = life.LastOrDefault(e => e is FindingRouted or RoutingDeclined) as FindingRouted;
        return new(
            id, life.Count, finding.Status, finding.Round, assigned?.Unit, finding.Due, finding.Overdue, life.Count(e => e is RectificationRejected),
            [.. finding.BeforePhotos], finding.Status is FindingStatus.StruckOff ? life.OfType<FindingStruckOff>().Last().At : null);
    }

    private static string Of(Row row) => Testing.Json.Of(row with { Due = row.Due?.ToUniversalTime(), StruckOffAt = row.StruckOffAt?.ToUniversalTime() });

    private sealed record Row(
        Guid Id, long Version, FindingStatus Status, int Round, string? Unit, DateTimeOffset? Due, bool Overdue, int Rejections,
        string[] BeforePhotos, DateTimeOffset? StruckOffAt);
}
