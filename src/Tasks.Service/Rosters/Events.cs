using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;

namespace Campaign.Tasks.Rosters;

/// <summary>执勤表 arranged, or arranged anew from a day on.</summary>
internal sealed record RosterArranged(string Code, int Revision, DateOnly Effective, Stored.RosterTerms Terms, DateTimeOffset At)
    : IScheduleArranged
{
    public ISchedule ToSchedule() => Terms.ToRosterTerms();
}

// In the stream of an assignment of kind Roster. People are accounts or a number, never names.

internal interface IDutyEvent : IFacetEvent
{
    Assignment IFacetEvent.ApplyTo(Assignment assignment) => this switch
    {
        DutyCheckedIn e => assignment.With(assignment.Facet<DutyFacet>().Evolve(e)),
        DutyShortStaffed => assignment, // for whoever reviews
    };
}

/// <summary>签到: people are on duty.</summary>
/// <param name="People">How many this adds; those of <paramref name="Accounts"/> where they are named.</param>
/// <param name="At">When they were there, as they say; <paramref name="ReportedAt"/> is when they said so.</param>
/// <param name="Place">Where they say they are, in WGS-84; null when they do not.</param>
/// <param name="Metres">Distance from the section; null where either is unknown.</param>
/// <param name="Away">不在路段附近: farther than the roster allows. A question to the unit, no accusation.</param>
internal sealed record DutyCheckedIn(
    string Unit, int People, IReadOnlyList<string> Accounts, DateTimeOffset At, GeoPoint? Place, int? Metres, bool Away,
    DateTimeOffset ReportedAt)
    : IDutyEvent;

/// <summary>缺员: the duty was submitted with fewer people than asked for, and with the reason.</summary>
internal sealed record DutyShortStaffed(string Unit, int Need, int Have, string Reason, DateTimeOffset At) : IDutyEvent;
