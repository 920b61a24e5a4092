using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Recurrences;

/// <summary>A periodic duty, as the office writes it and as it is kept.</summary>
/// <param name="Units">Codes of the units that owe it.</param>
/// <param name="AllCommunities">Every community committee owes it too, as long as it takes part.</param>
/// <param name="From">First day; the first slot is the first to begin on it or later.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="Guarantor">Post of the guarantor leader who reviews.</param>
/// <param name="Needs">What each record must have; it is always a note or a photo.</param>
/// <param name="GraceDays">Days after the slot's last in which it can be made good; 0 when left out.</param>
internal sealed record RecurrenceTerms(
    string Title, Rule Rule, DateOnly From, DateOnly? Until = null, IReadOnlyList<string>? Units = null, bool? AllCommunities = null,
    string? Guarantor = null, IReadOnlyList<RecordNeed>? Needs = null, int? GraceDays = null) : ISchedule
{
    public AssignmentKind KindOfAssignments() => AssignmentKind.Recurring;

    public bool IsDated() => !Rule.IsQuota;

    public IEnumerable<Slot> Slots(DateOnly from, DateOnly before, WorkCalendar calendar) =>
        Rule.Slots(from, before, new(calendar, From));

    public bool Asks(UnitRow unit) =>
        Units?.Contains(unit.Code, StringComparer.Ordinal) is true || (AllCommunities is true && unit.Category == Unit.CommunityCommittee);

    public AssignmentIssued Issue(Guid series, int revision, Slot slot, string unit, DateTimeOffset at) => new(
        KindOfAssignments(), $"{Title}（{slot.Label}）", unit, slot.Due, Plan: null, at, Guarantor: Guarantor,
        Occurrence: new(series, slot.Name, slot.Start, slot.Missed(GraceDays), revision, Needs));

    public IScheduleArranged Arranged(string code, int revision, DateOnly effective, DateTimeOffset at) =>
        new RecurrenceArranged(code, revision, effective, Stored.RecurrenceTerms.Of(this), at);
}
