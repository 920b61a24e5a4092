using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences;
using Campaign.Web;

namespace Campaign.Tasks.Rosters;

/// <summary>A roster as the office writes it and as it is kept: who stands where, when, and how many of them.</summary>
/// <param name="Bands">5 人以下 1 人, 6–10 人 3 人, 11 人及以上 4 人 when left out.</param>
/// <param name="Guarantor">Post of the guarantor leader who reviews.</param>
/// <param name="GraceDays">Days after a shift's own in which it can still be submitted; 0 when left out.</param>
/// <param name="ToleranceMinutes">How early people may check in; 30 when left out.</param>
/// <param name="RadiusMetres">How far from the section they are still on it; 200 when left out.</param>
internal sealed record RosterTerms(
    string Title, RoadSection Section, IReadOnlyList<Shift> Shifts, IReadOnlyList<RosterUnit> Units, DateOnly From, DateOnly? Until = null,
    IReadOnlyList<Band>? Bands = null, string? Guarantor = null, int? GraceDays = null, int? ToleranceMinutes = null,
    int? RadiusMetres = null)
    : ISchedule
{
    private const int DefaultTolerance = 30;
    private const int DefaultRadius = 200;

    public AssignmentKind KindOfAssignments() => AssignmentKind.Roster;

    public bool IsDated() => true;

    public IEnumerable<Slot> Slots(DateOnly from, DateOnly before, WorkCalendar calendar) =>
        Shifts.SelectMany(shift => shift.Slots(from, before, new(calendar, From)));

    public bool Asks(UnitRow unit) => Units.Any(entry => entry.Unit == unit.Code);

    public AssignmentIssued Issue(Guid series, int revision, Slot slot, string unit, DateTimeOffset at) => new(
        KindOfAssignments(), $"{Title}（{slot.Label}）", unit, slot.Due, Plan: null, at, Guarantor: Guarantor,
        Occurrence: new(series, slot.Name, slot.Start, slot.Missed(GraceDays), revision, Duty: new(
            PeopleOf(unit), slot.ShiftEnds!.Value, ToleranceMinutes ?? DefaultTolerance, RadiusMetres ?? DefaultRadius, Section.Line)));

    public IScheduleArranged Arranged(string code, int revision, DateOnly effective, DateTimeOffset at) =>
        new RosterArranged(code, revision, effective, Stored.RosterTerms.Of(this), at);

    private int PeopleOf(string unit) => (Bands ?? Rosters.Bands.Default).PeopleFor(Units.First(entry => entry.Unit == unit).Staff);
}

/// <summary>班次. Due at the end of the day: a shift is reported when it is over.</summary>
/// <param name="Name">Unique in the roster: 早班.</param>
/// <param name="Rule">A rule that chooses days.</param>
internal sealed record Shift(string Name, Rule Rule)
{
    public IEnumerable<Slot> Slots(DateOnly from, DateOnly before, Almanac almanac) =>
        Rule.Slots(from, before, almanac).Select(slot => slot with
        {
            Name = $"{slot.Name} {Name}",
            Label = $"{slot.Label}{Name}",
            Due = ChinaTime.EndOf(slot.Last),
            ShiftEnds = slot.Due,
        });
}

/// <param name="Staff">Number of people in the office, which decides how many it sends.</param>
internal sealed record RosterUnit(string Unit, int Staff);
