using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <param name="Open">In somebody's hands: not approved, cancelled or closed.</param>
/// <param name="DueToday">Due by 24:00 of today, and not before it began.</param>
/// <param name="DueFrom">Due on this day or later; 24:00 of a day belongs to that day.</param>
/// <param name="Guarantor">Post of the guarantor leader.</param>
/// <param name="Cooperating">A unit that helps.</param>
/// <param name="Community">Where a finding lies; of everything else the community of the unit.</param>
/// <param name="OfFinding">Rectifications only, or everything else.</param>
internal sealed record AssignmentFilter(
    string? Unit = null, AssignmentStatus? Status = null, AssignmentKind? Kind = null, Guid? Plan = null, Guid? Finding = null,
    bool? Overdue = null,
    bool? Open = null, bool? DueToday = null, DateOnly? DueFrom = null, DateOnly? DueTo = null, bool? WaitingForMyReview = null,
    int? Action = null, string? Phase = null, string? Guarantor = null, string? Cooperating = null,
    ExtensionRequest? ExtensionRequest = null, AppealState? Appeal = null, bool? Suspended = null,
    string? Community = null, bool? OfFinding = null)
{
    /// <summary>The list of exactly the rows that this filter selects.</summary>
    public string Href(string street) => Links.To(
        $"/api/streets/{street}/assignments", ("unit", Unit), ("status", Status), ("kind", Kind), ("plan", Plan), ("finding", Finding),
        ("overdue", Overdue), ("open", Open), ("dueToday", DueToday), ("dueFrom", DueFrom), ("dueTo", DueTo),
        ("waitingForMyReview", WaitingForMyReview),
        ("action", Action), ("phase", Phase), ("guarantor", Guarantor), ("cooperating", Cooperating),
        ("extensionRequest", ExtensionRequest), ("appeal", Appeal), ("suspended", Suspended),
        ("community", Community), ("ofFinding", OfFinding));
}

/// <summary>A filter as SQL on <c>assignments</c>: the same for a list, for its count, and for every page of it.</summary>
/// <param name="reviewer">Asked for only by what waits for a review.</param>
internal sealed class AssignmentConditions(string street, Caller caller, Reviewer? reviewer, DateTimeOffset now)
{
    public const string IsOpen = "status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned')";
    public const string IsOverdue = "exceeded_due = due";

    /// <summary>With a unit, and one the caller may see: his units lead it or help with it.</summary>
    public const string Visible =
        """
        street = @street AND unit IS NOT NULL AND status NOT IN ('None', 'Unrouted')
        AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
        """;

    public static string Where(AssignmentFilter filter, IPlaceOfWork place) => string.Join(" AND ", Parts(filter, place));

    /// <param name="cursor">Of a list only; a count has no pages.</param>
    public object Arguments(AssignmentFilter filter, Cursor<Guid?>? cursor = null) => new
    {
        street,
        units = caller.HeldToUnits,
        filter.Unit,
        status = filter.Status?.ToString(),
        kind = filter.Kind?.ToString(),
        filter.Plan,
        filter.Finding,
        filter.Action,
        filter.Phase,
        filter.Guarantor,
        filter.Cooperating,
        filter.Community,
        extensionRequest = filter.ExtensionRequest?.ToString(),
        appeal = filter.Appeal?.ToString(),
        todayBegins = ChinaTime.StartOf(ChinaTime.DateOf(now)).UtcDateTime,
        todayEnds = ChinaTime.EndOf(ChinaTime.DateOf(now)).UtcDateTime,
        dueAfter = filter.DueFrom is { } from ? ChinaTime.StartOf(from).UtcDateTime : (DateTime?)null,
        dueUntil = filter.DueTo is { } to ? ChinaTime.EndOf(to).UtcDateTime : (DateTime?)null,
        reviewerUnits = reviewer?.Units.ToArray() ?? [],
        reviewerPosts = reviewer?.Posts.ToArray() ?? [],
        holdsOffice = reviewer?.HoldsOffice ?? false,
        guarantorsAlone = reviewer?.GuarantorsAlone ?? [],
        cursor?.After,
        cursor?.Take,
    };

    private static IEnumerable<string> Parts(AssignmentFilter filter, IPlaceOfWork place)
    {
        yield return Visible;
        if (filter.Unit is not null) yield return "unit = @Unit";
        if (filter.Status is not null) yield return "status = @status";
        if (filter.Kind is not null) yield return "kind = @kind";
        if (filter.Plan is not null) yield return "plan_id = @Plan";
        if (filter.Finding is not null) yield return "finding_id = @Finding";
        if (filter.Action is not null) yield return "action = @Action";
        if (filter.Phase is not null) yield return "phase = @Phase";
        if (filter.Guarantor is not null) yield return "guarantor = @Guarantor";
        if (filter.Cooperating is not null) yield return "@Cooperating = ANY (cooperating_units)";
        if (filter.Community is not null) yield return $"({place.Sql})";
        if (filter.OfFinding is { } ofFinding) yield return Truth("finding_id IS NOT NULL", ofFinding);
        if (filter.ExtensionRequest is not null) yield return "extension_request = @extensionRequest";
        if (filter.Appeal is not null) yield return "appeal = @appeal";
        if (filter.Suspended is { } suspended) yield return Truth("suspended_until IS NOT NULL", suspended);
        if (filter.DueFrom is not null) yield return "due > @dueAfter";
        if (filter.DueTo is not null) yield return "due <= @dueUntil";
        if (filter.Overdue is { } overdue) yield return Truth(IsOverdue, overdue);
        if (filter.Open is { } open) yield return Truth(IsOpen, open);
        if (filter.DueToday is { } dueToday) yield return Truth("due > @todayBegins AND due <= @todayEnds", dueToday);
        if (filter.WaitingForMyReview is { } waiting) yield return Truth(Reviewer.Waiting, waiting);
    }

    private static string Truth(string condition, bool wanted) => $"({condition}) IS {(wanted ? "" : "NOT ")}TRUE";
}
