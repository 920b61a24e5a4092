using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Visits;

/// <summary>扣分转问题: what an item was marked down for becomes a case, once.</summary>
internal sealed record RecordDeduction(int Item, Guid FindingId, DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none) return none;
        if (inspection.Items.FirstOrDefault(item => item.No == Item) is not { } scored)
            return InspectionRules.ItemUnknown with { Kind = RefusalKind.NotFound };
        if (inspection.ItemsWithFinding.Contains(Item)) return Decision.Nothing;
        return scored is { NotApplicable: false, Deduction: > 0 }
            ? Decision.Of(new DeductionBecameFinding(Item, FindingId, Now))
            : InspectionRules.NothingDeducted;
    }
}

internal static class RecordDeductionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/{id:guid}/items/{no:int}/finding", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("扣分转问题").Produces<RecordedFinding>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, Guid id, int no, DeductionFinding body, Commands commands, FindingRegistration registration, IEventStore store,
        HttpContext http)
    {
        var (stream, finding) = (new StreamId(street, id), new StreamId(street, DeterministicGuid.From(id, $"item/{no}")));
        var (command, circumstances) = (default(RecordFinding), default(Circumstances));
        var recorded = default(RecordedFinding);
        // The case gets its number with the append.
        var options = commands.Options with
        {
            Commit = async (appends, _, _, _) => recorded = await registration.Record(finding, command!, circumstances!, commands, appends),
        };
        var done = await store.Transact<Inspection>(stream, Decide, options, commands.Cancellation);
        if (done.Refusal is { } refusal) return Problems.Of(refusal);
        return recorded is null ? await Existing(http, finding, store, commands.Cancellation) : RecordFindingEndpoint.Created(http, street, recorded);

        async Task<JointDecision> Decide(StreamRef<Inspection> inspection, StreamLoader _)
        {
            var marked = inspection.Gets(new RecordDeduction(no, finding.Id, commands.Now).Decide(inspection.State));
            if (marked.Changes.Count == 0) return marked;
            var reason = body.Description ?? inspection.State.Items.First(item => item.No == no).Reason ?? "";
            command = new RecordFinding(body.Category, body.Severity, reason, body.Place, body.Photos ?? [], id, commands.Now);
            (circumstances, var unfit) = await registration.Survey(street, command, commands.Cancellation);
            return circumstances is null ? unfit! : marked;
        }
    }

    private static async Task<IResult> Existing(HttpContext http, StreamId stream, IEventStore store, CancellationToken cancellation)
    {
        var (finding, version) = await store.Load<Finding>(stream, cancellation);
        return RecordFindingEndpoint.Created(http, stream.Tenant, RecordedFinding.Of(stream.Id, finding, version));
    }
}

/// <param name="Description">The reason of the deduction, where it says no more than that.</param>
internal sealed record DeductionFinding(
    string Category, Findings.Severity? Severity, string? Description, ReportedPlace Place, IReadOnlyList<string>? Photos)
{
    internal sealed class Validator : AbstractValidator<DeductionFinding>
    {
        public Validator()
        {
            RuleFor(x => x.Category).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Description).MaximumLength(2000);
            RuleFor(x => x.Place).NotNull().SetValidator(new PlaceValidator());
            RuleFor(x => x.Photos).ArePhotoIds();
        }
    }
}
