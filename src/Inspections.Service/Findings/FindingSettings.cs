using Campaign.EventStore;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>判重与回头看设置 of a street.</summary>
/// <param name="RadiusMetres">Within which two findings of one category may be the same matter.</param>
/// <param name="RelapseDays">After striking off, within which a new finding may be a relapse.</param>
/// <param name="LookBackPercent">Share of the findings without a relapse that are looked at again.</param>
internal sealed record FindingSettingsSet(
    double RadiusMetres, int RelapseDays, int LookBackPercent, DateTimeOffset At) : IFindingSettingsEvent;

internal interface IFindingSettingsEvent;

internal sealed record FindingSettings(
    double RadiusMetres, int RelapseDays, int LookBackPercent) : IAggregate<FindingSettings, IFindingSettingsEvent>
{
    public static FindingSettings Initial { get; } = new(RadiusMetres: 50, RelapseDays: 90, LookBackPercent: 10);

    public FindingSettings Evolve(IFindingSettingsEvent @event) => @event switch
    {
        FindingSettingsSet e => new(e.RadiusMetres, e.RelapseDays, e.LookBackPercent),
    };

    public static StreamId<FindingSettings> Stream(string street) => StreamId<FindingSettings>.Named(street, "finding-settings");

    internal sealed class Validator : AbstractValidator<FindingSettings>
    {
        public Validator()
        {
            RuleFor(x => x.RadiusMetres).InclusiveBetween(1, 1000);
            RuleFor(x => x.RelapseDays).InclusiveBetween(1, 3650);
            RuleFor(x => x.LookBackPercent).InclusiveBetween(0, 100);
        }
    }
}
