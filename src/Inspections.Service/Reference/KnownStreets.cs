using System.Collections.Concurrent;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

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
