using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.ServiceDefaults.Erasure;

/// <summary>
/// 脱敏: personal data that somebody wrote into free text go for good. The events stay, with their numbers, times and authors; what was
/// published of them is not published again.
/// </summary>
internal static partial class ErasureEndpoints
{
    public static void MapErasures(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<ServiceName>().Value;
        var erasures = app.MapGroup($"/api/operations/{service}/erasures").WithConventions().WithTags("Operations");
        erasures.MapPost("/", Erase).Allow(Role.SecurityAdministrator)
            .WithSummary("抹去记录中的个人信息")
            .Produces<Erased>(StatusCodes.Status202Accepted)
            .WithExample(
                """
                { "street": "120102001", "streams": ["0193a1b2-0000-7000-8000-000000000001"], "reason": "当事人要求删除其姓名和电话" }
                """);
        erasures.MapGet("/", List).Allow(Role.SecurityAdministrator).WithSummary("脱敏记录").Produces<Page<ErasureRow>>();
    }

    private static async Task<IResult> Erase(
        EraseText body, Caller caller, Commands commands, ErasureRegister register, StreamKeeping keeping, ILogger<ErasureSweep> log)
    {
        if (!caller.MaySee(body.Street))
            return Problems.Of(new("street-not-yours", "只能处理本街道的记录。", RefusalKind.Forbidden, "/street"));

        var known = await register.Known(body.Street, body.Streams, commands.Cancellation);
        var index = body.Streams.TakeWhile(known.Contains).Count();
        if (index < body.Streams.Count)
            return Problems.Of(new("stream-unknown", "这个街道没有该编号的记录。", RefusalKind.Invalid, $"/streams/{index}"));

        var row = new ErasureRow(commands.NewId(), body.Street, [.. known], body.Reason.Trim(), caller.Id, commands.Now, RebuiltAt: null);
        await register.Add(row, commands.Cancellation);
        await keeping.Mask([.. known.Select(id => new StreamId(body.Street, id))], commands.Cancellation);
        TextErased(log, caller.Id, known.Count, body.Street);
        return TypedResults.Accepted(
            (string?)null, new Erased(row.Id, row.Streams, await register.Related(body.Street, body.Streams, commands.Cancellation)));
    }

    private static async Task<IResult> List(Guid? after, int? limit, Caller caller, ErasureRegister register, HttpContext http)
    {
        var asked = Paging.Limit(limit);
        string[]? streets = caller.AllStreets ? null : [.. caller.Streets];
        return Paging.Page(http, await register.Newest(streets, after, asked + 1, http.RequestAborted), asked, row => row.Id.ToString());
    }

    [LoggerMessage(LogLevel.Warning, "{Caller} erased the free text of {Count} streams of street {Street}")]
    private static partial void TextErased(ILogger log, string caller, int count, string street);
}

/// <param name="Street">9-digit code.</param>
/// <param name="Streams">Ids of the records whose free text goes: a finding, an assignment, an appeal.</param>
/// <param name="Reason">Why; kept, so without the personal data themselves.</param>
internal sealed record EraseText(string Street, IReadOnlyList<Guid> Streams, string Reason)
{
    internal sealed class Validator : AbstractValidator<EraseText>
    {
        private const int MostStreams = 100;
        private const int StreetLength = 9;

        public Validator()
        {
            RuleFor(x => x.Street).NotEmpty().Length(StreetLength);
            RuleFor(x => x.Streams).NotEmpty();
            RuleFor(x => x.Streams).AtMost(MostStreams);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}

/// <param name="Related">Other records of this service that name one of these: the same words may be there too.</param>
internal sealed record Erased(Guid Id, IReadOnlyList<Guid> Streams, IReadOnlyList<Guid> Related);
