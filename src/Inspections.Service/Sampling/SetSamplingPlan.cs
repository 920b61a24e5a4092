using Campaign.EventStore;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.ScoreSheets;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Sampling;

internal sealed record SetSamplingPlan(SamplingPlanSet Plan)
{
    public Decision Decide(SamplingPlan plan) =>
        Unfit() is { } unfit ? unfit
        : plan.InForce is { } there && Same(there) ? Decision.Nothing
        : Decision.Of(Plan);

    private Refusal? Unfit()
    {
        var minimums = Plan.Minimums.GroupBy(minimum => minimum.CitySize, StringComparer.Ordinal)
            .ToDictionary(size => size.Key, size => size.ToList(), StringComparer.Ordinal);
        if (Plan.Until < Plan.From) return InspectionRules.PeriodReversed;
        if (minimums.Values.Any(same => same.Count > 1)) return SamplingRules.CitySizeRepeated;
        if (!minimums.ContainsKey(Plan.CitySize)) return SamplingRules.CitySizeUnknown;
        if (Plan.Split.GroupBy(venue => (venue.CitySize, venue.VenueType)).Any(same => same.Count() > 1))
            return SamplingRules.VenueTypeRepeated;
        foreach (var size in Plan.Split.GroupBy(venue => venue.CitySize, StringComparer.Ordinal))
        {
            if (!minimums.TryGetValue(size.Key, out var minimum)) return SamplingRules.SplitUnknown;
            if (size.Sum(venue => venue.Samples) < minimum[0].Samples) return SamplingRules.SplitBelowMinimum;
        }
        return null;
    }

    // Lists compare by reference.
    private bool Same(SamplingPlanSet there) =>
        there with { At = Plan.At, Minimums = Plan.Minimums, Split = Plan.Split } == Plan
        && there.Minimums.SequenceEqual(Plan.Minimums) && there.Split.SequenceEqual(Plan.Split);
}

internal static class SetSamplingPlanEndpoint
{
    public static void Map(RouteGroupBuilder plans) => plans
        .MapPut("/{code:length(1,50)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("设置抽样方案").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string code, SamplingPlanBody body, Commands commands) =>
        commands.Run(SamplingPlan.Stream(street, code), new SetSamplingPlan(body.At(code, commands.Now)).Decide);
}

internal sealed record SamplingPlanBody(
    string Name, string CitySize, IReadOnlyList<SampleMinimum> Minimums, DateOnly From, DateOnly Until,
    IReadOnlyList<VenueMinimum>? Split = null, string? Standard = null)
{
    public SamplingPlanSet At(string code, DateTimeOffset now) => new(
        code, Name, Standard, CitySize, [.. Minimums.Select(Stored.SampleMinimum.Of)],
        [.. (Split ?? []).Select(Stored.VenueMinimum.Of)], From,
        Until, now);

    internal sealed class Validator : AbstractValidator<SamplingPlanBody>
    {
        private const int MaxSizes = 10;
        private const int MaxVenueTypes = 500;
        private const int MaxSamples = 100_000;

        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Standard).IsStandard();
            RuleFor(x => x.CitySize).NotEmpty().MaximumLength(50);
            RuleFor(x => x.From).NotEmpty();
            RuleFor(x => x.Until).NotEmpty();
            RuleFor(x => x.Minimums).NotEmpty();
            RuleFor(x => x.Minimums).AtMost(MaxSizes);
            RuleForEach(x => x.Minimums).NotNull().ChildRules(minimum =>
            {
                minimum.RuleFor(x => x.CitySize).NotEmpty().MaximumLength(50);
                minimum.RuleFor(x => x.Samples).InclusiveBetween(1, MaxSamples);
            });
            RuleFor(x => x.Split).AtMost(MaxVenueTypes);
            RuleForEach(x => x.Split).NotNull().ChildRules(venue =>
            {
                venue.RuleFor(x => x.CitySize).NotEmpty().MaximumLength(50);
                venue.RuleFor(x => x.VenueType).NotEmpty().MaximumLength(50);
                venue.RuleFor(x => x.Samples).InclusiveBetween(1, MaxSamples);
            });
        }
    }
}
