using Campaign.Inspections.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>The rows of the ledger under a filter.</summary>
internal static class LedgerTable
{
    public const string Columns =
        """
        f.id AS Id, f.version AS Version, f.case_number AS CaseNumber, f.status AS Status, f.round AS Round, f.category AS Category,
        f.category_version AS CategoryVersion, f.severity AS Severity, f.description AS Description, f.longitude AS Longitude,
        f.latitude AS Latitude,
        f.given_system AS GivenSystem, f.given_longitude AS GivenLongitude, f.given_latitude AS GivenLatitude,
        f.address AS Address, f.road_section AS RoadSection, f.community AS Community, f.community_by_boundary AS CommunityByBoundary,
        f.metres_from_community AS MetresFromCommunity,
        f.inspection_id AS InspectionId, f.unit AS Unit, f.cooperating_units AS CooperatingUnits, f.due AS Due, f.overdue AS Overdue,
        f.rejections AS Rejections, f.before_photos AS BeforePhotos, f.after_photos AS AfterPhotos,
        f.recorded_at AS RecordedAt, f.routed_at AS RoutedAt, f.struck_off_at AS StruckOffAt,
        f.closed_at AS ClosedAt, f.closing_reason AS ClosingReason, f.merged_into AS MergedInto,
        f.on_site AS OnSite, f.suspended_until AS SuspendedUntil
        """;

    /// <summary>Up to <paramref name="take"/> rows behind the cursor.</summary>
    public static async Task<IReadOnlyList<FindingLedger>> Page(
        NpgsqlConnection connection, LedgerSql filter, LedgerOrder order, string? after, int take, CancellationToken cancellation)
    {
        var (behind, arguments) = order.Behind(after);
        arguments.AddDynamicParams(filter.Arguments);
        var rows = await connection.QueryAsync<FindingLedger>(new CommandDefinition(
            $"SELECT {Columns} FROM {filter.From} WHERE {filter.Where} AND {behind} ORDER BY {order.By} LIMIT {take}",
            arguments, cancellationToken: cancellation));
        return rows.AsList();
    }

    /// <summary>All rows, one at a time: memory does not grow with their number.</summary>
    public static IAsyncEnumerable<FindingLedger> All(NpgsqlConnection connection, LedgerSql filter, LedgerOrder order) =>
        connection.QueryUnbufferedAsync<FindingLedger>(
            $"SELECT {Columns} FROM {filter.From} WHERE {filter.Where} ORDER BY {order.By}", filter.Arguments);

    public static Task<long> Count(NpgsqlConnection connection, LedgerSql filter, long atMost, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT count(*) FROM (SELECT FROM {filter.From} WHERE {filter.Where} LIMIT {atMost}) counted",
            filter.Arguments, cancellationToken: cancellation));

    /// <summary>The case numbers of those among the ids that are here.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Numbers(
        NpgsqlConnection connection, string street, IEnumerable<Guid> ids, CancellationToken cancellation) =>
        (await connection.QueryAsync<(Guid Id, string Number)>(new CommandDefinition(
            "SELECT id, case_number FROM findings WHERE street = @street AND id = ANY (@ids)",
            new { street, ids = ids.Distinct().ToArray() }, cancellationToken: cancellation)))
                .ToDictionary(row => row.Id, row => row.Number);
}
