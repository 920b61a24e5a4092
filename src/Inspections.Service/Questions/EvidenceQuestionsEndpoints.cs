using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Web;

namespace Campaign.Inspections.Questions;

/// <summary>照片 and 存疑 of a finding.</summary>
internal static class EvidenceQuestionsEndpoints
{
    /// <summary>Whoever verifies or reads over the verifier's shoulder.</summary>
    public static readonly Role[] Askers =
        [Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.GuarantorLeader, Role.Leader, Role.Administrator];

    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapGet("/{id:guid}/photos", Photos).Allow(Enum.GetValues<Role>()).WithName("ListFindingPhotos")
            .WithSummary("案件照片").Produces<IReadOnlyList<FindingPhotoView>>();
        findings.MapGet("/{id:guid}/evidence-questions", Questions).Allow(Askers)
            .WithSummary("照片存疑，供复核人核实").Produces<IReadOnlyList<EvidenceQuestion>>();
    }

    /// <summary>Not the unit whose photos are asked about, though its officer be a leader, too.</summary>
    public static bool MayAsk(Caller caller) => caller.HeldToUnits is null && caller.Is(Askers);

    private static async Task<IResult> Photos(string street, Guid id, Caller caller, EvidenceComparison comparison, HttpContext http) =>
        await comparison.Photos(street, id, caller.HeldToUnits, http.RequestAborted) is { } photos
            ? TypedResults.Ok(photos.Select(FindingPhotoView.Of))
            : Problems.Of(FindingRules.NotFound);

    private static async Task<IResult> Questions(string street, Guid id, Caller caller, EvidenceComparison comparison, HttpContext http) =>
        MayAsk(caller) && await comparison.Questions(street, id, http.RequestAborted) is { } questions
            ? TypedResults.Ok(questions)
            : Problems.Of(FindingRules.NotFound);
}

/// <param name="Round">Absent for a photo that was added to what was found.</param>
/// <param name="At">When it was attached; <paramref name="TakenAt"/> is what the photo says.</param>
/// <param name="TakenAtIsFileTime"><paramref name="TakenAt"/> is when the file was last
/// written; it says nothing of when the photo was taken.</param>
internal sealed record FindingPhotoView(
    string Photo, PhotoRole Role, int? Round, DateTimeOffset At, string? ContentType, int? Width, int? Height,
    DateTimeOffset? TakenAt, double? Longitude, double? Latitude, bool TakenAtIsFileTime)
{
    public static FindingPhotoView Of(FindingPhoto photo) => new(
        photo.Photo, photo.Role, photo.Round, photo.At, photo.ContentType, photo.Width, photo.Height, photo.TakenAt,
        photo.Longitude, photo.Latitude,
        photo.IsFileTime);
}
