using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Recurrences;

/// <summary>An assignment that has to be there.</summary>
/// <param name="Id">Follows from recurrence, arrangement, unit and slot, so that whoever creates it creates the same one.</param>
internal sealed record ExpectedOccurrence(Guid Id, AssignmentIssued Issued);

/// <summary>Which assignments a recurrence asks for about now. Pure: every instance comes to the same.</summary>
internal static class ExpectedOccurrences
{
    private const int LongestSlot = 366;

    /// <summary>Days ahead that assignments are made.</summary>
    public const int Horizon = 14;

    /// <summary>Days back that are made up for when nobody looked meanwhile.</summary>
    public const int CatchUp = 31;

    /// <param name="units">The register of the street: a unit owes the slots that lie wholly in its days in the campaign.</param>
    /// <param name="guarantors">Who answers for what nobody is named for.</param>
    /// <param name="since">What was due by then has been seen to.</param>
    public static IReadOnlyList<ExpectedOccurrence> Of(
        Guid id, Series series, IReadOnlyList<UnitRow> units, WorkCalendar calendar, DateTimeOffset since, DateTimeOffset now,
        Guarantors? guarantors = null)
    {
        var first = ChinaTime.DateOf(since).AddDays(-LongestSlot);
        return
        [
            .. from demanded in series.Slots(first, Ends(now), calendar)
               where demanded.Slot.Due > since
               from unit in units
               where demanded.Arrangement.Schedule!.Asks(unit) && IsInCampaign(unit, demanded.Slot)
               orderby demanded.Slot.Start
               select new ExpectedOccurrence(
                   DeterministicGuid.From(id, $"{demanded.Arrangement.Revision}/{unit.Code}/{demanded.Slot.Name}"),
                   Guaranteed(demanded.Arrangement.Schedule!.Issue(id, demanded.Arrangement.Revision, demanded.Slot, unit.Code, now))),
        ];

        AssignmentIssued Guaranteed(AssignmentIssued issued) => issued with
        {
            Guarantor = issued.Guarantor ?? guarantors?.Of(issued.Unit, about: issued.Title),
        };
    }

    /// <summary>First day beyond the horizon.</summary>
    public static DateOnly Ends(DateTimeOffset now) => ChinaTime.DateOf(now).AddDays(Horizon);

    /// <summary>From when on to look: from the last look, if that was not longer ago than is made up for.</summary>
    public static DateTimeOffset Since(DateTimeOffset? lastLook, DateTimeOffset now)
    {
        var earliest = now.AddDays(-CatchUp);
        if (lastLook is not { } last || last < earliest) return earliest;
        return last < now ? last : now; // another instance's clock may be ahead
    }

    private static bool IsInCampaign(UnitRow unit, Slot slot) =>
        unit.From <= slot.First && (unit.Until is not { } until || slot.Last <= until);
}
