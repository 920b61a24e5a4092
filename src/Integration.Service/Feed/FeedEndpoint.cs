using System.Globalization;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Integration.Feed;

/// <summary>A fact as a CloudEvent 1.0 in JSON.</summary>
/// <param name="Id">Id of the event behind it; the same fact always has the same one.</param>
/// <param name="Type">Contract name.</param>
/// <param name="Source">Street it belongs to.</param>
internal sealed record CloudEvent(string Specversion, Guid Id, string Type, string Source, DateTimeOffset Time, JsonElement Data);

/// <summary>For systems that pull: every fact of the caller's streets, in order, from a cursor of their own.</summary>
internal static class FeedEndpoint
{
    private static readonly Refusal CursorInvalid = new("cursor-invalid", "after 须为上一页返回的 next。", RefusalKind.Invalid, "/after");

    public static void Map(WebApplication app) => app
        .MapGroup("/api/events").WithConventions().WithTags("Feed")
        .MapGet("/", Read)
        .Allow(Role.Integration, Role.DistrictOffice, Role.Administrator).TakesTurn(CallerTurns.Pulls)
        .WithSummary("事件流").Produces<Page<CloudEvent>>();

    private static async Task<IResult> Read(string? after, int? limit, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        if (!long.TryParse(after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return Problems.Of(CursorInvalid);
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT position AS Position, street AS Street, id AS Id, type AS Type, at AS At, data AS Data FROM feed
            WHERE position > @position AND (@streets::text[] IS NULL OR street = ANY (@streets))
            ORDER BY position LIMIT @rows
            """,
            new { position, streets = caller.AllStreets ? null : caller.Streets.ToArray(), rows = take + 1 });
        var page = rows.Select(r => (r.Position, Event: new CloudEvent(
            "1.0", r.Id, r.Type, $"/api/streets/{r.Street}", r.At, JsonSerializer.Deserialize<JsonElement>(r.Data)))).ToList();
        // The last page has a cursor as well: a puller comes back to it for what is new.
        var shown = page.Take(take).ToList();
        var next = shown.Count > 0 ? shown[^1].Position : position;
        return TypedResults.Ok(new Page<CloudEvent>([.. shown.Select(p => p.Event)], next.ToString(CultureInfo.InvariantCulture)));
    }

    private sealed record Row(long Position, string Street, Guid Id, string Type, DateTimeOffset At, string Data);
}
