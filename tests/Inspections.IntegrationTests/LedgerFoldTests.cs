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

/// <summary>A row of the ledger is the fold of its stream, whatever happened to the case.</summary>
public sealed class LedgerFoldTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Street = "990101441";

    [Fact]
    public async Task The_ledger_is_the_fold_of_the_streams()
    {
        var store = fixture.Host.Get<IEventStore>();
        foreach (var (deeds, index) in AnyFinding.Lives.Generator.Sample(200, 30).Select((deeds, index) => (deeds, index)))
        {
            var (id, number) = (Guid.CreateVersion7(), $"{Street}-2024-{index + 1:D6}");
            // In several appends, as they happen; the watch is about as well, and what it adds is part of the life.
            foreach (var some in AnyFinding.Live(deeds).Select(e => e is FindingRecorded r ? r with { CaseNumber = number } : e).Chunk(3))
                await store.Transact<Finding>(new(Street, id), _ => Decision.Of(some), TransactOptions.None, default);
            var (row, life) = await Eventually.Becomes(
                async () => (await Ledger(id), await store.Read(new(Street, id), default)), seen => seen.Item1.Version == seen.Item2.Count);
            Of(row).ShouldBe(Of(Expected(id, [.. life.Select(e => e.Data)])), string.Join('\n', life));
        }
    }

    private async Task<Row> Ledger(Guid id)
    {
        await using var connection = await fixture.Host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.QuerySingleAsync<Row>(
            """
            SELECT id AS Id, version AS Version, status AS Status, round AS Round, unit AS Unit, due AS Due, overdue AS Overdue,
                   rejections AS Rejections, before_photos AS BeforePhotos, struck_off_at AS StruckOffAt
            FROM findings WHERE street = @Street AND id = @id
            """, new { Street, id });
    }

    /// <summary>Told anew, from the events alone.</summary>
    private static Row Expected(Guid id, IReadOnlyList<object> life)
    {
        var finding = life.Fold<Finding>();
        var assigned = life.LastOrDefault(e => e is FindingRouted or RoutingDeclined) as FindingRouted;
        return new(
            id, life.Count, finding.Status, finding.Round, assigned?.Unit, finding.Due, finding.Overdue,
            life.Count(e => e is RectificationRejected),
            [.. finding.BeforePhotos], finding.Status is FindingStatus.StruckOff ? life.OfType<FindingStruckOff>().Last().At : null);
    }

    private static string Of(Row row) =>
        Json.Of(row with { Due = row.Due?.ToUniversalTime(), StruckOffAt = row.StruckOffAt?.ToUniversalTime() });

    private sealed record Row(
        Guid Id, long Version, FindingStatus Status, int Round, string? Unit, DateTimeOffset? Due, bool Overdue, int Rejections,
        string[] BeforePhotos, DateTimeOffset? StruckOffAt);
}
