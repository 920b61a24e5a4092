using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>审核通过. Never by a unit that did the work.</summary>
/// <param name="Unmet">What still speaks against it; null for nothing.</param>
internal sealed record ApproveAssignment(Reviewer By, DateTimeOffset Now, Refusal? Unmet = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { FollowsFinding: true } => AssignmentRules.VerifiedByInspection,
        _ when By.RefusedBy(assignment) is { } refusal => refusal,
        { Status: AssignmentStatus.Approved } => Decision.Nothing,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Status: not AssignmentStatus.Submitted } => AssignmentRules.NotSubmitted,
        _ when Unmet is not null => Unmet,
        _ => assignment.OverdueThen(Now, new AssignmentApproved(assignment.Unit, Now)),
    };
}

/// <summary>退回: to be done again, with the reason.</summary>
internal sealed record ReturnAssignment(Reviewer By, string Reason, DateTimeOffset Now, IReadOnlyList<ItemToRedo>? Items = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { FollowsFinding: true } => AssignmentRules.VerifiedByInspection,
        _ when By.RefusedBy(assignment) is { } refusal => refusal,
        { Status: AssignmentStatus.Returned } => Decision.Nothing,
        { Status: AssignmentStatus.Approved } => AssignmentRules.AlreadyApproved,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Status: not AssignmentStatus.Submitted } => AssignmentRules.NotSubmitted,
        _ when UnknownItem(assignment) is { } index =>
            AssignmentRules.ItemUnknown with { Kind = RefusalKind.Invalid, Pointer = $"/items/{index}/key" },
        _ => Decision.Of(new AssignmentReturned(assignment.Unit, Reason, Now, Redo)),
    };

    private IReadOnlyList<Stored.ItemToRedo>? Redo =>
        Items is { Count: > 0 } ? [.. Items.Select(Stored.ItemToRedo.Of)] : null;

    private int? UnknownItem(Assignment assignment) =>
        (Items ?? []).Index().Where(item => assignment.Brief?.Asks(item.Item.Key) != true).Select(item => (int?)item.Index)
            .FirstOrDefault();
}

internal static class ReviewAssignmentEndpoints
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapPost("/{id:guid}/approval", Approve).Allow(Audience.Reviewers)
            .WithName("ApproveAssignment").WithSummary("审核通过").Produces<VersionedResult>();
        assignments.MapPost("/{id:guid}/return", Return).Allow(Audience.Reviewers)
            .WithName("ReturnAssignment").WithSummary("退回").Produces<VersionedResult>();
    }

    private static async Task<IResult> Approve(
        string street, Guid id, Caller caller, Commands commands, AssignmentKinds kinds, OrganisationLookup register,
        IEnumerable<IApprovalNeed> needs, IEnumerable<IApprovalEffect> effects)
    {
        var stream = Assignment.Stream(street, id);
        var reviewer = await Reviewer.Of(street, caller, commands.Now, kinds, register, commands.Cancellation);
        Refusal? unmet = null;
        foreach (var need in needs) unmet ??= await need.Unmet(stream, commands.Cancellation);
        var approve = new ApproveAssignment(reviewer, commands.Now, unmet);
        return await commands.Run<Assignment>(stream, async (assignment, loader) =>
        {
            var decided = assignment.Gets(approve.Decide(assignment.State));
            if (decided.Changes.Count == 0) return decided;
            foreach (var effect in effects)
                decided = decided.And(await effect.Of(stream, assignment.State, loader, commands.Now, commands.Cancellation));
            return decided;
        });
    }

    private static async Task<IResult> Return(
        string street, Guid id, ReturnRequest body, Caller caller, Commands commands, AssignmentKinds kinds, OrganisationLookup register)
    {
        var reviewer = await Reviewer.Of(street, caller, commands.Now, kinds, register, commands.Cancellation);
        var command = new ReturnAssignment(reviewer, body.Reason, commands.Now, body.Items);
        return await commands.Run(Assignment.Stream(street, id), command.Decide);
    }
}

/// <param name="Items">Of an archive or a point: what is to be done again. The rest stays filed.</param>
internal sealed record ReturnRequest(string Reason, IReadOnlyList<ItemToRedo>? Items)
{
    internal sealed class Validator : AbstractValidator<ReturnRequest>
    {
        private const int MaxItems = 500;

        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Items).AtMost(MaxItems);
            RuleForEach(x => x.Items).NotNull().ChildRules(item =>
            {
                item.RuleFor(x => x.Key).NotEmpty();
                item.RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            });
        }
    }
}
