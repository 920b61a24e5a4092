using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Inspections.Visits;

/// <summary>One row an inspection. Written in the transaction of the append.</summary>
internal sealed class InspectionListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case InspectionStarted e:
                sql.Add(
                    """
                    INSERT INTO inspections (street, id, version, subject, kind, date, sheet, sheet_version, status, score, items)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'Started', $9, $10::jsonb)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Subject, e.Kind, e.Date, e.Sheet, e.SheetVersion,
                    Score.Of(e.Items), InspectionsModule.Events.Write(e.Items));
                break;
            case InspectionItemsCorrected e:
                Set(@event, sql, "score = $4, items = $5::jsonb", Score.Of(e.Items), InspectionsModule.Events.Write(e.Items));
                break;
            case InspectionConfirmed:
                Set(@event, sql, "status = 'Confirmed'");
                break;
            case DeductionBecameFinding:
                // The case itself names its inspection.
                Set(@event, sql, "status = status");
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string assignments, params object?[] values) => sql.Add(
        $"UPDATE inspections SET version = $3, {assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);
}

internal sealed record InspectionList(
    Guid Id, long Version, string Subject, string Kind, DateOnly Date, string Sheet, int SheetVersion, InspectionStatus Status, decimal? Score,
    IReadOnlyList<ScoredItem> Items);

internal static class InspectionQueries
{
    private const string Columns =
        """
        id AS Id, version AS Version, subject AS Subject, kind AS Kind, date AS Date, sheet AS Sheet, sheet_version AS SheetVersion,
        status AS Status, score AS Score, items::text AS Items
        """;

    public static void Map(RouteGroupBuilder inspections)
    {
        var readers = Enum.GetValues<Role>();
        inspections.MapGet("/", List).Allow(readers).WithSummary("检查").Produces<Page<InspectionList>>();
        inspections.MapGet("/{id:guid}", One).Allow(readers).WithSummary("一次检查").Produces<InspectionList>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] InspectionFilter filter, Caller caller, NpgsqlDataSource database, EventTypes types, HttpContext http)
    {
        var limit = Paging.Limit(filter.Limit);
        var (date, id) = Cursor(filter.After);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM inspections
             WHERE street = @street AND (date, id) > (@date, @id)
               AND (@subject::text IS NULL OR subject = @subject) AND (@status::text IS NULL OR status = @status)
               AND (@from::date IS NULL OR date >= @from) AND (@until::date IS NULL OR date <= @until)
               AND (@units::text[] IS NULL OR subject = ANY (@units))
             ORDER BY date, id LIMIT @take
             """,
            new
            {
                street,
                date,
                id,
                filter.Subject,
                status = filter.Status?.ToString(),
                filter.From,
                filter.Until,
                units = caller.HeldToUnits,
                take = limit + 1,
            },
            cancellationToken: http.RequestAborted));
        return Paging.Page(http, [.. rows.Select(row => row.Read(types))], limit, row => $"{row.Date:yyyy-MM-dd}_{row.Id:N}");
    }

    private static async Task<IResult> One(string street, Guid id, Caller caller, NpgsqlDataSource database, EventTypes types, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM inspections WHERE street = @street AND id = @id AND (@units::text[] IS NULL OR subject = ANY (@units))",
            new { street, id, units = caller.HeldToUnits }, cancellationToken: http.RequestAborted));
        if (row is null) return Problems.Of(InspectionRules.NotFound);
        ETags.Write(http, row.Version);
        return TypedResults.Ok(row.Read(types));
    }

    /// <summary>A cursor that is none of ours begins at the beginning.</summary>
    private static (DateOnly Date, Guid Id) Cursor(string? after) =>
        after?.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date) && Guid.TryParse(id, out var guid)
            ? (date, guid)
            : (new DateOnly(1, 1, 1), Guid.Empty);

    private sealed record Row(
        Guid Id, long Version, string Subject, InspectionKind Kind, DateOnly Date, string Sheet, int SheetVersion, InspectionStatus Status,
        decimal? Score, string Items)
    {
        public InspectionList Read(EventTypes types) => new(
            Id, Version, Subject, Kind.Name(), Date, Sheet, SheetVersion, Status, Score,
            JsonSerializer.Deserialize<IReadOnlyList<ScoredItem>>(Items, types.Json)!);
    }
}

internal sealed record InspectionFilter(
    string? Subject, InspectionStatus? Status, DateOnly? From, DateOnly? Until, [FromQuery] string? After, [FromQuery] int? Limit);
