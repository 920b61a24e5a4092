using Campaign.EventStore;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

/// <summary>扣分转问题: what an item was marked down for becomes a finding, once.</summary>
/// <param name="EntriesWait">
/// What the device entered on the sheet waits in a conflict: the finding is real whatever becomes of the deduction.
/// </param>
internal sealed record RecordDeduction(int Item, Guid FindingId, DateTimeOffset Now, bool EntriesWait = false)
{
    public Decision Decide(Inspection inspection)
    {
        if (inspection.HasNoSheet is { } none)
            return EntriesWait && inspection.Status is not InspectionStatus.None ? Decision.Nothing : none;
        if (inspection.Items.FirstOrDefault(item => item.No == Item) is not { } scored)
            return InspectionRules.ItemUnknown with { Kind = RefusalKind.NotFound };
        if (inspection.ItemsWithFinding.ContainsKey(Item)) return Decision.Nothing;
        return EntriesWait || scored is { NotApplicable: false, Deduction: > 0 }
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
        string street, Guid id, int no, DeductionFinding body, Commands commands, RecordFindingHandler handler, IEventStore store,
        HttpContext http)
    {
        var (stream, finding) = (Inspection.Stream(street, id), Inspection.FindingOf(street, id, no));
        var (opening, recorded) = (Decision.Nothing, default(AppendResult<Finding>));
        // The finding gets its number with the append.
        var options = commands.Options with
        {
            Commit = async (appends, metadata, cancellation, _) =>
                recorded = await handler.Append(finding, opening, new(metadata, CausationId: commands.CausationId), cancellation, appends),
        };
        var done = await store.Transact<Inspection>(stream, Decide, options, commands.Cancellation);
        if (done.Refusal is { } refusal) return Problems.Of(refusal);
        if (recorded is not null) return RecordFindingEndpoint.Created(http, finding, recorded.State, recorded.Version);
        // Whoever recorded it first, also without reception.
        var first = Finding.Stream(street, done.State.ItemsWithFinding[no]);
        var (existing, version) = await store.Load<Finding>(first, commands.Cancellation);
        return RecordFindingEndpoint.Created(http, first, existing, version);

        async Task<JointDecision> Decide(StreamRef<Inspection> inspection, StreamLoader _)
        {
            var marked = inspection.Gets(new RecordDeduction(no, finding.Id, commands.Now).Decide(inspection.State));
            if (marked.Changes.Count == 0) return marked;
            var reason = inspection.State.Items.First(item => item.No == no).Reason;
            opening = await handler.Decide(street, body.At(id, reason, commands.Now), commands.Cancellation);
            return opening.Refusal is { } unfit ? unfit : marked;
        }
    }
}

/// <param name="Description">The reason of the deduction, where it says no more than that.</param>
internal sealed record DeductionFinding(
    string Category, Kernel.Severity? Severity, string? Description, ReportedPlace Place, IReadOnlyList<string>? Photos)
{
    public RecordFinding At(Guid inspection, string? reason, DateTimeOffset now) =>
        new(Category, Severity, Description ?? reason ?? "", Place, Photos ?? [], inspection, now);

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
