namespace Campaign.Inspections.Sampling.Stored;

/// <summary><see cref="Sampling.VenueMinimum"/> as events keep it.</summary>
internal sealed record VenueMinimum(string CitySize, string VenueType, int Samples)
{
    public static VenueMinimum Of(Sampling.VenueMinimum minimum) => new(minimum.CitySize, minimum.VenueType, minimum.Samples);

    public Sampling.VenueMinimum ToVenueMinimum() => new(CitySize, VenueType, Samples);
}
