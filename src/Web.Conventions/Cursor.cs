using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Web;

/// <summary>
/// Where a page of a list begins and how long it is: the two query parameters of every paged list, see <see cref="Paging"/>.
/// </summary>
/// <typeparam name="TKey">What names a row, as a type that can be without a value: <c>string</c>, <c>Guid?</c>.</typeparam>
/// <param name="After">The <see cref="Page{T}.Next"/> of the page before; left out for the first.</param>
/// <param name="Limit">Rows of a page.</param>
public sealed record Cursor<TKey>([FromQuery] TKey? After, [FromQuery] int? Limit)
{
    /// <summary>Number of rows to read: one more than the page has says that there is another page.</summary>
    public int Take => Paging.Limit(Limit) + 1;

    /// <param name="rows">Up to <see cref="Take"/> rows in order.</param>
    public IResult Page<T>(HttpContext http, IEnumerable<T> rows, Func<T, string> key) =>
        Paging.Page(http, [.. rows], Paging.Limit(Limit), key);
}
