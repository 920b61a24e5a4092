using System.Collections.Concurrent;
using Campaign.EventStore;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

internal static class ReferenceRules
{
    public static readonly Refusal StreetUnknown = new("street-unknown", "该街道尚未登记参加创建工作。", RefusalKind.NotFound);
    public static readonly Refusal UnitUnknown = new("unit-unknown", "本街道没有这个单位。", RefusalKind.Invalid);
}

/// <summary>Nothing is written for a street that does not take part.</summary>
internal sealed class KnownStreets(NpgsqlDataSource database) : IEndpointFilter
{
    // A street that takes part never ceases to be known; an unknown one is asked for again each time.
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var writes = !HttpMethods.IsGet(http.Request.Method);
        return writes && !await Know((string)http.GetRouteValue("street")!, http.RequestAborted)
            ? Problems.Of(ReferenceRules.StreetUnknown)
            : await next(context);
    }

    private async ValueTask<bool> Know(string street, CancellationToken cancellation)
    {
        if (known.ContainsKey(street)) return true;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var found = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT 1 FROM known_streets WHERE street = @street)", new { street }, cancellationToken: cancellation));
        if (found) known.TryAdd(street, true);
        return found;
    }
}

internal sealed class KnownUnits(NpgsqlDataSource database)
{
    public async Task<bool> Know(string street, string unit, CancellationToken cancellation) => (await All(street, cancellation)).Contains(unit);

    public async Task<IReadOnlySet<string>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var units = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT unit FROM known_units WHERE street = @street", new { street }, cancellationToken: cancellation));
        return units.ToHashSet(StringComparer.Ordinal);
    }
}

internal sealed class KnownCommunities(NpgsqlDataSource database)
{
    public async Task<IReadOnlySet<string>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var communities = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT community FROM known_communities WHERE street = @street", new { street }, cancellationToken: cancellation));
        return communities.ToHashSet(StringComparer.Ordinal);
    }
}
