using Campaign.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Web;

/// <summary>Workbooks as the raw body of a POST.</summary>
public static class Uploads
{
    /// <summary>Largest .xlsx a service reads, in bytes.</summary>
    public const long MaxWorkbook = 20 * 1024 * 1024;

    /// <summary>
    /// Lets the route take an .xlsx body, beyond the limit that holds for JSON; of one caller one at a time.
    /// </summary>
    public static RouteHandlerBuilder TakesWorkbook(this RouteHandlerBuilder route) => route
        .WithMetadata(new RequestSizeLimitAttribute(MaxWorkbook))
        .Accepts<IFormFile>(Downloads.XlsxType)
        .TakesTurn(CallerTurns.Workbooks);

    /// <summary>The tables of the workbook in the body.</summary>
    /// <exception cref="WorkbookException">Answered as 422 with its rule, here or further on in the handler.</exception>
    public static async Task<IReadOnlyList<Table>> Workbook(HttpContext http)
    {
        await using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        file.Position = 0;
        return Documents.Workbook.Read(file, http.RequestAborted);
    }
}
