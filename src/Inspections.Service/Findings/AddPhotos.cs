using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>补充照片: photos of the state before, which the finding came without.</summary>
internal sealed record AddPhotos(IReadOnlyList<string> Photos, DateTimeOffset Now, IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { IsOpen: false } => FindingRules.NotOpen,
        _ when Photos.All(finding.BeforePhotos.Contains) => Decision.Nothing,
        _ => Decision.Of(new BeforePhotosAdded(
            [.. Photos.Except(finding.BeforePhotos, StringComparer.Ordinal)], Now,
            PhotoRoles is null ? null : [.. PhotoRoles.Select(Evidence.Stored.PhotoInRole.Of)])),
    };
}

internal static class AddPhotosEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/photos", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
        .WithSummary("补充整改前照片").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, Guid id, NewPhotos body, Commands commands, EvidenceRegister evidence) =>
        await evidence.Missing(street, body.Photos, commands.Cancellation) is { } missing
            ? Problems.Of(missing)
            : await commands.Run(Finding.Stream(street, id), new AddPhotos(body.Photos, commands.Now, body.PhotoRoles).Decide);
}

internal sealed record NewPhotos(IReadOnlyList<string> Photos, IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    internal sealed class Validator : AbstractValidator<NewPhotos>
    {
        public Validator()
        {
            RuleFor(x => x.Photos).NotEmpty();
            RuleFor(x => x.Photos).ArePhotoIds();
            RuleFor(x => x.PhotoRoles).AreRolesOf(x => x.Photos);
        }
    }
}
