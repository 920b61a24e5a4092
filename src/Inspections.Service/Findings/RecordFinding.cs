using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>登记: a new case with its number.</summary>
internal sealed record RecordFinding(
    string Category, Severity Severity, string Description, Place Place, IReadOnlyList<string> Photos, Guid? InspectionId, DateTimeOffset Now,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    public FindingRecorded Decide(string caseNumber) =>
        new(caseNumber, Category, Severity, Description, Place, Photos, InspectionId, Now, FromLedger: false, PhotoRoles);
}

/// <summary>Where cases come into being, alone or with what they come from.</summary>
internal sealed class FindingRegistration(CaseNumbers numbers, Categories categories, EvidenceRegister evidence)
{
    public async Task<Refusal?> Check(string street, RecordFinding command, CancellationToken cancellation) =>
        await categories.Know(command.Category, cancellation)
            ? await evidence.Missing(street, command.Photos, cancellation)
            : FindingRules.CategoryUnknown;

    /// <returns>The case number.</returns>
    /// <exception cref="StreamVersionConflictException">The case exists already, or one of the others has moved.</exception>
    public async Task<string> Record(StreamId stream, RecordFinding command, Commands commands, params IReadOnlyList<StreamAppend> others)
    {
        var opening = new NewCase(stream.Id, ChinaTime.DateOf(command.Now).Year, number => [command.Decide(number)], commands.Cause);
        return (await numbers.Append(stream.Tenant, [opening], commands.Metadata, commands.Cancellation, others))[0];
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
            body.Category, body.Severity ?? Severity.Minor, body.Description, body.Place, body.Photos ?? [], InspectionId: null, commands.Now,
            body.PhotoRoles);
        if (await registration.Check(street, command, commands.Cancellation) is { } refusal) return Problems.Of(refusal);

        var stream = new StreamId(street, commands.NewId());
        try
        {
            return Created(http, street, new RecordedFinding(stream.Id, await registration.Record(stream, command, commands), 1));
        }
        catch (StreamVersionConflictException conflict) when (conflict.Stream == stream)
        {
            // The same Idempotency-Key: an earlier attempt got as far as the commit.
            var (finding, version) = await store.Load<Finding>(stream, commands.Cancellation);
            return Created(http, street, new RecordedFinding(stream.Id, finding.CaseNumber, version));
        }
    }

    public static IResult Created(HttpContext http, string street, RecordedFinding finding)
    {
        ETags.Write(http, finding.Version);
        return TypedResults.Created($"/api/streets/{street}/findings/{finding.Id}", finding);
    }
}

internal sealed record RecordedFinding(Guid Id, string CaseNumber, long Version);

internal sealed record NewFinding(string Category, Severity? Severity, string Description, Place Place, IReadOnlyList<string>? Photos,
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

internal sealed class PlaceValidator : AbstractValidator<Place>
{
    public PlaceValidator()
    {
        RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
        RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
        RuleFor(x => x.Longitude).NotNull().When(x => x.Latitude is not null);
        RuleFor(x => x.Latitude).NotNull().When(x => x.Longitude is not null);
        RuleFor(x => x.Address).MaximumLength(300);
        RuleFor(x => x.Community).MaximumLength(50);
        RuleFor(x => x.Address).NotEmpty().WithErrorCode("place-missing").WithMessage("经纬度、地址、社区至少填写一项。")
            .When(x => x.Longitude is null && string.IsNullOrWhiteSpace(x.Community));
    }
}
