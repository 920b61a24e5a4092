using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences.Stored;

namespace Campaign.Tasks.Rosters.Stored;

/// <summary><see cref="Rosters.RosterTerms"/> as events keep it, with all that it is made of.</summary>
internal sealed record RosterTerms(
    string Title, RoadSection Section, IReadOnlyList<Shift> Shifts, IReadOnlyList<RosterUnit> Units, DateOnly From, DateOnly? Until = null,
    IReadOnlyList<Band>? Bands = null, string? Guarantor = null, int? GraceDays = null, int? ToleranceMinutes = null,
    int? RadiusMetres = null)
{
    public static RosterTerms Of(Rosters.RosterTerms terms) => new(
        terms.Title, RoadSection.Of(terms.Section), [.. terms.Shifts.Select(Shift.Of)], [.. terms.Units.Select(RosterUnit.Of)], terms.From,
        terms.Until, terms.Bands is null ? null : [.. terms.Bands.Select(Band.Of)], terms.Guarantor, terms.GraceDays,
        terms.ToleranceMinutes, terms.RadiusMetres);

    public Rosters.RosterTerms ToRosterTerms() => new(
        Title, Section.ToRoadSection(), [.. Shifts.Select(shift => shift.ToShift())], [.. Units.Select(unit => unit.ToRosterUnit())], From,
        Until, Bands is null ? null : [.. Bands.Select(band => band.ToBand())], Guarantor, GraceDays, ToleranceMinutes, RadiusMetres);
}

internal sealed record RoadSection(string Name, string? Community = null, IReadOnlyList<GeoPoint>? Line = null)
{
    public static RoadSection Of(Rosters.RoadSection section) => new(section.Name, section.Community, section.Line);

    public Rosters.RoadSection ToRoadSection() => new(Name, Community, Line);
}

internal sealed record Shift(string Name, Rule Rule)
{
    public static Shift Of(Rosters.Shift shift) => new(shift.Name, Rule.Of(shift.Rule));

    public Rosters.Shift ToShift() => new(Name, Rule.ToRule());
}

internal sealed record RosterUnit(string Unit, int Staff)
{
    public static RosterUnit Of(Rosters.RosterUnit unit) => new(unit.Unit, unit.Staff);

    public Rosters.RosterUnit ToRosterUnit() => new(Unit, Staff);
}

internal sealed record Band(int From, int? To, int People)
{
    public static Band Of(Rosters.Band band) => new(band.From, band.To, band.People);

    public Rosters.Band ToBand() => new(From, To, People);
}
