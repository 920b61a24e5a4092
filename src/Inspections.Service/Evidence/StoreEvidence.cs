using Campaign.Inspections.Findings;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Inspections.Evidence;

/// <summary>凭证: photos and documents, put and got by their content.</summary>
internal static class EvidenceEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        var evidence = street.MapGroup("/evidence").WithTags("Evidence");
        evidence.MapPut("/{sha256}", Put)
            .Allow(Role.Inspector, Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
            .WithMetadata(new RequestSizeLimitAttribute(EvidenceFiles.MaxBytes))
            .WithSummary("上传凭证").Accepts<IFormFile>("application/octet-stream", "image/*", "application/pdf").Produces<StoredEvidence>(StatusCodes.Status201Created);
        evidence.MapGet("/{sha256}", Get).Allow(Enum.GetValues<Role>()).WithSummary("查看凭证").Produces(StatusCodes.Status200OK);
    }

    private static async Task<IResult> Put(
        string street, string sha256, HttpContext http, Caller caller, Commands commands, EvidenceFiles files, EvidenceRegister register)
    {
        if (!PhotoIds.IsPhotoId(sha256)) return Problems.Of(EvidenceRules.IdInvalid);
        var (stored, refusal) = await files.Store(sha256, http.Request.Body, commands.Cancellation);
        if (stored is null) return Problems.Of(refusal!);

        var answer = new StoredEvidence(sha256, stored.ContentType, stored.Size);
        return await register.Add(street, sha256, stored, caller.Id, commands.Now, commands.Cancellation)
            ? TypedResults.Created($"/api/streets/{street}/evidence/{sha256}", answer)
            : TypedResults.Ok(answer);
    }

    private static async Task<IResult> Get(string street, string sha256, HttpContext http, EvidenceFiles files, EvidenceRegister register)
    {
        if (await register.Find(street, sha256, http.RequestAborted) is not { } row || files.Open(sha256) is not { } file)
            return Problems.Of(EvidenceRules.NotFound);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.File(file, row.ContentType, entityTag: new($"\"{sha256}\""));
    }
}

internal sealed record StoredEvidence(string Sha256, string ContentType, long Size);
