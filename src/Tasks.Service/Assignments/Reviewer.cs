using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>
/// Who asks to review. Some kinds are the guarantor leader's alone where one is named; everything else an office may judge too.
/// </summary>
/// <param name="Posts">Posts the caller holds.</param>
/// <param name="Units">Units he acts for or that his posts belong to.</param>
internal sealed record Reviewer(AssignmentKinds Kinds, bool HoldsOffice, IReadOnlySet<string> Posts, IReadOnlySet<string> Units)
{
    /// <summary>The same as <see cref="RefusedBy"/>, of rows with a submission: what waits for this reviewer.</summary>
    public const string Waiting =
        """
        status = 'Submitted' AND finding_id IS NULL
        AND NOT (unit = ANY (@reviewerUnits) OR cooperating_units && @reviewerUnits OR former_units && @reviewerUnits)
        AND (guarantor = ANY (@reviewerPosts) OR @holdsOffice AND (guarantor IS NULL OR kind <> ALL (@guarantorsAlone)))
        """;

    public Refusal? RefusedBy(Assignment assignment)
    {
        if (assignment.IsWorkOf(Units)) return AssignmentRules.ReviewerIsDoer;
        if (assignment.Guarantor is { } guarantor && Posts.Contains(guarantor)) return null;
        if (assignment.Guarantor is not null && Kinds[assignment.Kind].IsGuarantorsAlone) return AssignmentRules.ReviewedByGuarantor;
        return HoldsOffice ? null : AssignmentRules.NotYourReview;
    }

    public string[] GuarantorsAlone => Kinds.Those(kind => kind.IsGuarantorsAlone);

    public static async Task<Reviewer> Of(
        string street, Caller caller, DateTimeOffset now, AssignmentKinds kinds, OrganisationLookup register,
        CancellationToken cancellation)
    {
        var posts = await register.PostsHeldBy(street, caller.Id, ChinaTime.DateOf(now), cancellation);
        return new(
            kinds,
            caller.Is(Audience.Offices),
            posts.Select(post => post.Code).ToHashSet(StringComparer.Ordinal),
            caller.Units.Concat(posts.Select(post => post.Unit).OfType<string>()).ToHashSet(StringComparer.Ordinal));
    }
}
