using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Plans;

/// <summary>待补附件: found, or said why it is not needed.</summary>
internal sealed record ResolveReference(int No, string? Evidence, string? Note, DateTimeOffset Now)
{
    public static readonly Refusal NotFound = new("reference-not-found", "方案没有这个待补附件。", RefusalKind.NotFound);

    public Decision Decide(Plan plan)
    {
        if (plan.Document is null) return PlanQueries.NotFound;
        if (No < 1 || No > plan.References.Count) return NotFound;
        return plan.Resolved.GetValueOrDefault(No) is { } known && known.Evidence == Evidence && known.Note == Note
            ? Decision.Nothing
            : Decision.Of(new PlanReferenceResolved(No, plan.References[No - 1], Evidence, Note, Now));
    }
}

internal static class ResolveReferenceEndpoint
{
    public static void Map(RouteGroupBuilder plans) => plans
        .MapPut("/{planId:guid}/references/{no:int}", Handle).Allow(Audience.Offices).WithSummary("补齐方案附件").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid planId, int no, ReferenceEntry body, Commands commands) =>
        commands.Run(Plan.Stream(street, planId), new ResolveReference(no, body.Evidence, body.Note, commands.Now).Decide);
}

/// <param name="Evidence">SHA-256 of the document that was found, in lower-case hex.</param>
/// <param name="Note">Why it is not needed, or where it lies.</param>
internal sealed record ReferenceEntry(string? Evidence, string? Note)
{
    internal sealed class Validator : AbstractValidator<ReferenceEntry>
    {
        public Validator()
        {
            RuleFor(x => x.Evidence).Matches("^[0-9a-f]{64}$").WithErrorCode("evidence-id-invalid")
                .WithMessage("附件编号须为内容的 SHA-256（64 位小写十六进制）。");
            RuleFor(x => x.Note).MaximumLength(500);
            RuleFor(x => x.Note).NotEmpty().When(x => x.Evidence is null)
                .WithErrorCode("reference-unexplained").WithMessage("请附上文件，或写明如何处理。");
        }
    }
}
