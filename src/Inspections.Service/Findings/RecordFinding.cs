using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>登记: a new finding with its number, and which others it may be the same matter as.</summary>
/// <param name="Severity">Null: what the category usually has.</param>
internal sealed record RecordFinding(
    string Category, Kernel.Severity? Severity, string Description, ReportedPlace Place, IReadOnlyList<string> Photos, Guid? InspectionId,
    DateTimeOffset Now, IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    /// <summary>The finding has no number yet: it is given with the append (<see cref="CaseNumbers"/>).</summary>
    public Decision Decide(RecordingContext context)
    {
        if (context.Category is not { } listed) return FindingRules.CategoryUnknown;
        if (context.MissingPhoto is { } missing) return missing;
        var recorded = new FindingRecorded(
            CaseNumber: "", Category, Severity ?? listed.Category.Severity ?? Kernel.Severity.Minor, Description, context.Place, Photos,
            InspectionId, Now, FromLedger: false, listed.Version,
            PhotoRoles is null ? null : [.. PhotoRoles.Select(Evidence.Stored.PhotoInRole.Of)]);
        return Decision.Of([recorded, .. Proposing.From(context.Neighbours, Now)]);
    }
}

internal static class RecordFindingEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
        .WithSummary("登记问题").Produces<RecordedFinding>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, NewFinding body, Commands commands, RecordFindingHandler handler, HttpContext http)
    {
        var stream = Finding.Stream(street, commands.NewId());
        var options = new TransactOptions(commands.Metadata, CausationId: commands.CausationId);
        var done = await handler.Handle(stream, body.At(commands.Now), options, commands.Cancellation);
        return done.Refusal is { } refusal ? Problems.Of(refusal) : Created(http, stream, done.State, done.Version);
    }

    public static IResult Created(HttpContext http, StreamId stream, Finding finding, long version)
    {
        ETags.Write(http, version);
        return TypedResults.Created(
            $"/api/streets/{stream.Tenant}/findings/{stream.Id}",
            new RecordedFinding(stream.Id, finding.CaseNumber, version, finding.Proposals));
    }
}

/// <param name="Proposals">Findings that it may be the same matter as; a person decides.</param>
internal sealed record RecordedFinding(Guid Id, string CaseNumber, long Version, IReadOnlyList<Proposal> Proposals);

internal sealed record NewFinding(
    string Category, Kernel.Severity? Severity, string Description, ReportedPlace Place, IReadOnlyList<string>? Photos,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    public RecordFinding At(DateTimeOffset now) =>
        new(Category, Severity, Description, Place, Photos ?? [], InspectionId: null, now, PhotoRoles);

    internal sealed class Validator : AbstractValidator<NewFinding>
    {
        public Validator()
        {
            RuleFor(x => x.Category).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Description).NotEmpty().MaximumLength(2000);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Place).NotNull().SetValidator(new PlaceValidator());
            RuleFor(x => x.Photos).ArePhotoIds();
            RuleFor(x => x.PhotoRoles).AreRolesOf(x => x.Photos);
        }
    }
}
