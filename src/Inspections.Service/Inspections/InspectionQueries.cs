using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Inspections.Inspections;

internal static class InspectionQueries
{
    private static readonly Guid LastId = Guid.AllBitsSet;

    private const string NamesShown = $"(@inTheKnow OR NOT {CovertSecrecy.Veiled})";

    private const string Columns =
        $"""
        id AS Id, version AS Version, subject AS Subject, kind AS Kind, date AS Date, planned_until AS PlannedUntil,
        CASE WHEN {NamesShown} THEN inspector END AS Inspector, CASE WHEN {NamesShown} THEN inspected_by END AS InspectedBy,
        venue_type AS VenueType, venue_name AS VenueName, sheet AS Sheet, sheet_version AS SheetVersion,
        status AS Status, score AS Score, items::text AS Items, CASE WHEN {NamesShown} THEN started_by END AS StartedBy,
        by_unit AS ByUnit
        """;

    // A covert visit that was announced would be none: until it starts, only those who send and those who go know of it.
    private const string Visible =
        "(@units::text[] IS NULL OR subject = ANY (@units) OR kind = 'Cross' AND inspected_by = ANY (@units)) "
        + "AND (@inTheKnow OR kind <> 'Covert' OR status NOT IN ('Planned', 'Cancelled'))";

    public static void Map(RouteGroupBuilder inspections)
    {
        var readers = Enum.GetValues<Role>();
        inspections.MapGet("/", List).Allow(readers).WithSummary("检查（sort：date，前加“-”为倒序）")
            .Produces<Page<InspectionList>>();
        inspections.MapGet("/{id:guid}", One).Allow(readers).WithSummary("一次检查").Produces<InspectionList>().WithETag();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] InspectionFilter filter, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        var kinds = filter.Kind?.Select(InspectionKinds.Named).ToList() ?? [];
        if (kinds.Contains(null)) return Problems.Of(InspectionRules.KindUnknown);
        var limit = Paging.Limit(filter.Limit);
        if (filter.Sort is not (null or "date" or "-date")) return Problems.Of(InspectionRules.SortUnknown);
        var latestFirst = filter.Sort is "-date";
        var (date, id) = PageCursor.Read(
            filter.After, latestFirst ? (DateOnly.MaxValue, LastId) : (DateOnly.MinValue, Guid.Empty));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM inspections
             WHERE street = @street AND (date, id) {(latestFirst ? "<" : ">")} (@date, @id)
               AND (@subject::text IS NULL OR subject = @subject) AND (cardinality(@statuses) = 0 OR status = ANY (@statuses))
               AND (@from::date IS NULL OR date >= @from) AND (@until::date IS NULL OR date <= @until)
               AND (cardinality(@kinds) = 0 OR kind = ANY (@kinds))
               AND (@inspector::text IS NULL OR inspector = @inspector AND {NamesShown})
               AND (@startedBy::text IS NULL OR started_by = @startedBy AND {NamesShown})
               AND (@byUnit::boolean IS NULL OR by_unit = @byUnit)
               AND {Visible}
             ORDER BY {(latestFirst ? "date DESC, id DESC" : "date, id")} LIMIT @take
             """,
            new
            {
                street,
                date,
                id,
                filter.Subject,
                statuses = (filter.Status ?? []).Select(status => status.ToString()).ToArray(),
                filter.From,
                filter.Until,
                kinds = kinds.Select(kind => kind.ToString()!).ToArray(),
                filter.Inspector,
                filter.StartedBy,
                filter.ByUnit,
                units = caller.HeldToUnits,
                inTheKnow = CovertSecrecy.InTheKnow(caller),
                take = limit + 1,
            },
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, [.. rows.Select(row => row.Read())], limit, row => PageCursor.Of(row.Date, row.Id));
    }

    private static async Task<IResult> One(string street, Guid id, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM inspections WHERE street = @street AND id = @id AND {Visible}",
            new { street, id, units = caller.HeldToUnits, inTheKnow = CovertSecrecy.InTheKnow(caller) },
            cancellationToken: http.RequestAborted));
        if (row is null) return Problems.Of(InspectionRules.NotFound);
        ETags.Write(http, row.Version);
        return TypedResults.Ok(row.Read());
    }

    private sealed record Row(
        Guid Id, long Version, string Subject, InspectionKind Kind, DateOnly Date, DateOnly? PlannedUntil, string? Inspector,
        string? InspectedBy,
        string? VenueType, string? VenueName, string Sheet, int? SheetVersion, InspectionStatus Status, decimal? Score, string Items,
        string? StartedBy, bool ByUnit)
    {
        public InspectionList Read() => new(
            Id, Version, Subject, Kind.Name(), Date, PlannedUntil, Inspector, InspectedBy, VenueType is null
                ? null
                : new(VenueType, VenueName!),
            Sheet, SheetVersion, Status, Score, StoredJson.Read<IReadOnlyList<ScoredItem>>(Items), StartedBy,
            ByUnit);
    }
}

/// <param name="Kind">检查类型, as often as wanted: <c>kind=日常检查&amp;kind=暗访</c>.</param>
/// <param name="Status">As often as wanted, as <paramref name="Kind"/>.</param>
/// <param name="Inspector">Id of the account that a visit was planned for.</param>
/// <param name="StartedBy">Id of the account that scores.</param>
/// <param name="ByUnit">Only those that a unit fills itself, or only the street's own.</param>
/// <param name="Sort"><c>date</c>, or <c>-date</c> for the latest first.</param>
internal sealed record InspectionFilter(
    string? Subject, InspectionStatus[]? Status, DateOnly? From, DateOnly? Until, string[]? Kind, string? Inspector,
    string? StartedBy, bool? ByUnit, string? Sort, string? After, int? Limit)
{
    internal sealed class Validator : AbstractValidator<InspectionFilter>
    {
        private const int MaxValues = 20;

        public Validator()
        {
            RuleFor(x => x.Status).AtMost(MaxValues);
            RuleForEach(x => x.Status).IsInEnum();
        }
    }
}
