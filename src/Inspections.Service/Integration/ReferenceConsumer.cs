using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults.Messaging;
using MassTransit;

namespace Campaign.Inspections.Integration;

/// <summary>Streets and units, as Tasks registers and changes them.</summary>
internal sealed class ReferenceConsumer(IEventStore store) : IConsumer<StreetRegistered>, IConsumer<UnitRegistered>
{
    public Task Consume(ConsumeContext<StreetRegistered> context)
    {
        var m = context.Message;
        return store.On<Noted>(context, Noted.Street(m.Street), noted => noted.Follow(m.Version, new StreetNoted(m.Name, m.Version)));
    }

    public Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var m = context.Message;
        return store.On<Noted>(context, Noted.Unit(m.Street, m.Unit), noted =>
            noted.Follow(m.Version, new UnitNoted(m.Unit, m.Name, m.Category, m.From, m.Until, m.Version)));
    }
}
