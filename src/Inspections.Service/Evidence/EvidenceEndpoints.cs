using Campaign.Inspections.Evidence.Photos;
using Campaign.Inspections.Evidence.Recognising;
using Campaign.Inspections.Evidence.Storage;
using Campaign.Web;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Inspections.Evidence;

/// <summary>凭证: photos, documents and videos, put and got by their content.</summary>
internal static partial class EvidenceEndpoints
{
    private const string RetryAfterSeconds = "30";

    public static void Map(RouteGroupBuilder street)
    {
        var settings = ((IEndpointRouteBuilder)street).ServiceProvider.GetRequiredService<EvidenceSettings>();
        var evidence = street.MapGroup("/evidence").WithTags("Evidence");
        evidence.AddEndpointFilter(AnswerForStorage);
        evidence.MapPut("/{sha256}", Put).TakesTurn(CallerTurns.Uploads)
            .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
            .WithMetadata(new RequestSizeLimitAttribute(settings.MaxBytes))
            .WithSummary("上传凭证")
            .Accepts<IFormFile>("application/octet-stream", ["image/*", .. MediaType.DocumentTypes, "video/mp4"])
            .Produces<StoredEvidence>(StatusCodes.Status201Created);
        evidence.MapGet("/{sha256}", Get).Allow(Enum.GetValues<Role>())
            .WithSummary("查看凭证（width：320 或 960，取缩略图）").Produces(StatusCodes.Status200OK);
        evidence.MapMethods("/{sha256}", [HttpMethods.Head], Get).Allow(Enum.GetValues<Role>()).ExcludeFromDescription();
    }

    private static async Task<IResult> Put(
        string street, string sha256, HttpContext http, Caller caller, Commands commands, EvidenceIntake intake, EvidenceRegister register,
        RecognitionBell bell)
    {
        if (!PhotoIds.IsPhotoId(sha256)) return Problems.Of(EvidenceRules.IdInvalid);
        var (stored, look) = await intake.Take(sha256, http.Request.Body, commands.Cancellation);
        if (stored is null) return Problems.Of(look.Refusal!);

        var facts = look.Facts;
        var answer = new StoredEvidence(
            sha256, stored.ContentType, stored.Size, facts.Width, facts.Height, facts.TakenAt, facts.Longitude, facts.Latitude,
            facts.IsFileTime);
        var units = caller.HeldToUnits ?? [];
        var isNew = await register.Add(street, sha256, stored, look, caller.Id, units, commands.Now, commands.Cancellation);
        if (isNew && look.AwaitsRecognition) bell.Ring();
        return isNew ? TypedResults.Created($"/api/streets/{street}/evidence/{sha256}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<IResult> Get(
        string street, string sha256, int? width, HttpContext http, Caller caller, IEvidenceFiles files, EvidenceRegister register,
        Thumbnails thumbnails)
    {
        if (width is { } asked && !Thumbnail.Widths.Contains(asked))
            return Problems.Of(StatusCodes.Status400BadRequest, "width-not-offered", "缩略图的宽度（width）只能是 320 或 960。");
        if (!PhotoIds.IsPhotoId(sha256)
            || await register.Find(street, sha256, caller.HeldToUnits, http.RequestAborted) is not { } row)
            return Problems.Of(EvidenceRules.NotFound);
        if (width is { } small)
        {
            if (!MediaType.HasThumbnail(row.ContentType) || await thumbnails.Of(sha256, small, http.RequestAborted) is not { } made)
                return Problems.Of(EvidenceRules.NoThumbnail);
            Immutable(http);
            return TypedResults.File(made, MediaType.WebP.ContentType, entityTag: new($"\"{sha256}-{small}\""));
        }
        if (await files.Open(sha256, http.RequestAborted) is not { } file) return Problems.Of(EvidenceRules.NotFound);
        Immutable(http);
        // A document is saved, never shown: what is in it runs with the rights of nobody's page.
        var name = MediaType.Document(row.ContentType) is { } document ? $"{sha256[..12]}.{document.Extension}" : null;
        return TypedResults.File(file, row.ContentType, name, entityTag: new($"\"{sha256}\""), enableRangeProcessing: true);
    }

    private static void Immutable(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
    }

    private static async ValueTask<object?> AnswerForStorage(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (EvidenceStorageException failure)
        {
            var http = context.HttpContext;
            StorageFailed(http.RequestServices.GetRequiredService<ILogger<EvidenceIntake>>(), failure.Message);
            if (failure.IsFull)
                return Problems.Of(StatusCodes.Status507InsufficientStorage, "evidence-storage-full", "凭证存储空间已满，文件没有保存；请联系系统管理员，扩容后重新上传。");
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "evidence-storage-unavailable", "凭证存储暂时无法访问，请稍后重试。");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Evidence storage: {Reason}")]
    private static partial void StorageFailed(ILogger log, string reason);
}

/// <param name="TakenAt">As the photo says; absent where it says nothing, as the place.</param>
/// <param name="TakenAtIsFileTime">The photo says only when its file was last written, and <paramref name="TakenAt"/> is that.</param>
internal sealed record StoredEvidence(
    string Sha256, string ContentType, long Size, int? Width, int? Height, DateTimeOffset? TakenAt, double? Longitude, double? Latitude,
    bool TakenAtIsFileTime);
