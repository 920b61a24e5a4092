namespace Campaign.Inspections.Visits.Stored;

/// <summary><see cref="Visits.Venue"/> as events keep it.</summary>
internal sealed record Venue(string Type, string Name)
{
    public static Venue Of(Visits.Venue venue) => new(venue.Type, venue.Name);

    public Visits.Venue ToVenue() => new(Type, Name);
}
