namespace Campaign.Inspections.Sampling;

/// <summary>A place that was looked at; looked at again it is the same sample.</summary>
/// <param name="InspectionId">The first visit to it.</param>
internal sealed record Sample(string VenueType, string Venue, string Subject, DateOnly Date, Guid InspectionId);

/// <param name="Samples">The places behind <paramref name="Done"/>.</param>
internal sealed record VenueProgress(string VenueType, int Done, int Required, bool Met, IReadOnlyList<Sample> Samples);

/// <summary>抽样进度 of a plan, whole and by type of venue.</summary>
/// <param name="Done">Samples of every type, those that the plan does not name included.</param>
/// <param name="SplitKnown">False where nobody has said how the minimum is made up: only the whole is then asked for.</param>
internal sealed record SamplingProgress(
    string Code, string CitySize, DateOnly From, DateOnly Until, int Done, int Required, bool Met, bool SplitKnown,
    IReadOnlyList<VenueProgress> Venues)
{
    public static SamplingProgress Of(SamplingPlanSet plan, IEnumerable<Sample> visits)
    {
        var samples = visits.OrderBy(visit => visit.Date).DistinctBy(visit => (visit.VenueType, visit.Venue, visit.Subject))
            .ToLookup(sample => sample.VenueType, StringComparer.Ordinal);
        var split = plan.Split.Where(venue => venue.CitySize == plan.CitySize)
            .ToDictionary(v => v.VenueType, v => v.Samples, StringComparer.Ordinal);
        List<VenueProgress> venues =
        [
            .. split.Select(venue => Venue(venue.Key, venue.Value, [.. samples[venue.Key]])),
            .. samples.Where(type => !split.ContainsKey(type.Key)).OrderBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => Venue(type.Key, 0, [.. type])),
        ];
        var (done, required) = (venues.Sum(venue => venue.Done), plan.Minimums.First(minimum => minimum.CitySize == plan.CitySize).Samples);
        return new(
            plan.Code, plan.CitySize, plan.From, plan.Until, done, required, done >= required && venues.TrueForAll(venue => venue.Met),
            split.Count > 0, venues);
    }

    private static VenueProgress Venue(string type, int required, IReadOnlyList<Sample> samples) =>
        new(type, samples.Count, required, samples.Count >= required, samples);
}
