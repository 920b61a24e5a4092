using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rosters;

/// <summary>Fewer people than asked for: submitted only with the reason, and visible to whoever reviews.</summary>
internal static class HeadCount
{
    public static Refusal? Refused(Duty duty, int have, string? note) =>
        have < duty.People && string.IsNullOrWhiteSpace(note) ? RosterRules.HeadCountShort(duty.People, have) : null;

    public static IEnumerable<DutyShortStaffed> Shortage(Assignment assignment, int have, string? note, DateTimeOffset now) =>
        assignment.Occurrence?.Duty is { } duty && have < duty.People
            ? [new DutyShortStaffed(assignment.Unit, duty.People, have, note!, now)]
            : [];
}
