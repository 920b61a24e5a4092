using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>登记: a new case with its number, and which others it may be the same matter as.</summary>
/// <param name="Severity">Null: what the category usually has.</param>
internal sealed record RecordFinding(
    string Category, Severity? Severity, string Description, ReportedPlace Place, IReadOnlyList<string> Photos, Guid? InspectionId,
    DateTimeOffset Now, IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    public IReadOnlyList<object> Decide(string caseNumber, Circumstances circumstances)
    {
        var severity = Severity ?? circumstances.Category?.Category.Severity ?? Findings.Severity.Minor;
        return
        [
            new FindingRecorded(
                caseNumber, Category, severity, Description, circumstances.Place, Photos, InspectionId, Now, FromLedger: false,
                circumstances.Category?.Version, PhotoRoles is null ? null : [.. PhotoRoles.Select(Evidence.Stored.PhotoInRole.Of)]),
            .. Proposing.From(circumstances.Neighbours, Now),
        ];
    }
}

internal static class RecordFindingEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
        .WithSummary("登记问题").Produces<RecordedFinding>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, NewFinding body, Commands commands, FindingRegistration registration, IEventStore store, HttpContext http)
    {
        var command = new RecordFinding(
            body.Category, body.Severity, body.Description, body.Place, body.Photos ?? [], InspectionId: null, commands.Now,
            body.PhotoRoles);
        var (circumstances, refusal) = await registration.Survey(street, command, commands.Cancellation);
        if (circumstances is null) return Problems.Of(refusal!);

        var stream = new StreamId(street, commands.NewId());
        try
        {
            return Created(http, street, await registration.Record(stream, command, circumstances, commands));
        }
        catch (StreamVersionConflictException conflict) when (conflict.Stream == stream)
        {
            // The same Idempotency-Key: an earlier attempt got as far as the commit.
            var (finding, version) = await store.Load<Finding>(stream, commands.Cancellation);
            return Created(http, street, RecordedFinding.Of(stream.Id, finding, version));
        }
    }

    public static IResult Created(HttpContext http, string street, RecordedFinding finding)
    {
        ETags.Write(http, finding.Version);
        return TypedResults.Created($"/api/streets/{street}/findings/{finding.Id}", finding);
    }
}

/// <param name="Proposals">Cases that it may be the same matter as; a person decides.</param>
internal sealed record RecordedFinding(Guid Id, string CaseNumber, long Version, IReadOnlyList<Proposal> Proposals)
{
    public static RecordedFinding Of(Guid id, Finding finding, long version) => new(id, finding.CaseNumber, version, finding.Proposals);
}

internal sealed record NewFinding(
    string Category, Severity? Severity, string Description, ReportedPlace Place, IReadOnlyList<string>? Photos,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
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
