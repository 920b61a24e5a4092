namespace Campaign.Inspections.Inspections.Stored;

/// <summary><see cref="Inspections.Venue"/> as events keep it.</summary>
internal sealed record Venue(string Type, string Name)
{
    public static Venue Of(Inspections.Venue venue) => new(venue.Type, venue.Name);

    public Inspections.Venue ToVenue() => new(Type, Name);
}
