using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>
/// Who asks to review. Archives and points are the guarantor leader's where one is named; everything else an office may judge too.
/// </summary>
/// <param name="Posts">Posts the caller holds.</param>
/// <param name="Units">Units he acts for or that his posts belong to.</param>
internal sealed record Reviewer(bool HoldsOffice, IReadOnlySet<string> Posts, IReadOnlySet<string> Units)
{
    /// <summary>The same as <see cref="RefusedBy"/>, of rows with a submission: what waits for this reviewer.</summary>
    public const string Waiting =
        """
        status = 'Submitted' AND kind <> 'Rectification'
        AND NOT (unit = ANY (@reviewerUnits) OR cooperating_units && @reviewerUnits OR former_units && @reviewerUnits)
        AND (guarantor = ANY (@reviewerPosts) OR @holdsOffice AND (guarantor IS NULL OR kind NOT IN ('Archive', 'PointPreparation')))
        """;

    public Refusal? RefusedBy(Assignment assignment)
    {
        if (assignment.IsWorkOf(Units)) return AssignmentRules.ReviewerIsDoer;
        if (assignment.Guarantor is { } guarantor && Posts.Contains(guarantor)) return null;
        if (assignment is { Guarantor: not null, Kind: AssignmentKind.Archive or AssignmentKind.PointPreparation })
            return AssignmentRules.ReviewedByGuarantor;
        return HoldsOffice ? null : AssignmentRules.NotYourReview;
    }

    public static async Task<Reviewer> Of(
        string street, Caller caller, DateTimeOffset now, OrganisationLookup register, CancellationToken cancellation)
    {
        var posts = await register.PostsHeldBy(street, caller.Id, ChinaTime.DateOf(now), cancellation);
        return new(
            caller.Is(Audience.Offices),
            posts.Select(post => post.Code).ToHashSet(StringComparer.Ordinal),
            caller.Units.Concat(posts.Select(post => post.Unit).OfType<string>()).ToHashSet(StringComparer.Ordinal));
    }
}
