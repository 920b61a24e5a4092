using Campaign.Web;

namespace Campaign.Inspections.ScoreSheets;

internal static class ScoreSheetQueries
{
    public static void Map(RouteGroupBuilder sheets)
    {
        var readers = Enum.GetValues<Role>();
        sheets.MapGet("/", List).Allow(readers).WithSummary("评分表").Produces<Page<SheetVersion>>();
        sheets.MapGet("/{code:length(1,50)}", One).Allow(readers).WithSummary("评分表某一版本").Produces<SheetVersion>().WithETag();
    }

    private static async Task<IResult> List(string street, [AsParameters] SheetFilter filter, SheetVersions sheets, HttpContext http)
    {
        var asked = Paging.Limit(filter.Limit);
        return Paging.Page(http, await sheets.Current(street, filter, asked + 1, http.RequestAborted), asked, sheet => sheet.Code);
    }

    private static async Task<IResult> One(string street, string code, int? version, SheetVersions sheets, HttpContext http)
    {
        if (await sheets.Find(street, code, version, http.RequestAborted) is not { } sheet) return Problems.Of(SheetRules.NotFound);
        ETags.Write(http, sheet.Version);
        return TypedResults.Ok(sheet);
    }
}

internal sealed record SheetFilter(string? Category, string? Standard, string? After, int? Limit);
