using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Campaign.Web;

/// <summary>Cursor paging: <c>?after=&amp;limit=</c>, answered with <c>Link: …; rel="next"</c> while there is more.</summary>
public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MaxLimit);

    /// <param name="rows">Up to <paramref name="limit"/> + 1 rows in order; the extra one says that there is more.</param>
    public static IResult Page<T>(HttpContext http, IReadOnlyList<T> rows, int limit, Func<T, string> cursor)
    {
        if (rows.Count <= limit) return TypedResults.Ok(new Page<T>(rows, null));
        var items = rows.Take(limit).ToList();
        var next = cursor(items[^1]);
        var query = new QueryBuilder(http.Request.Query.Where(
            q => q.Key.ToLowerInvariant() is not ("after" or "limit"))) { { "after", next }, { "limit", limit.ToString() } };
        http.Response.Headers.Link = $"<{http.Request.Path.ToUriComponent()}{query}>; rel=\"next\"";
        return TypedResults.Ok(new Page<T>(items, next));
    }
}

/// <param name="Next">Cursor of the next page; absent on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
