using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Scoring.Subjects;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>Keeps who is scored and what the street is called, as Tasks last told it.</summary>
internal sealed class RegistrationConsumer(IEventStore store) : IConsumer<UnitRegistered>, IConsumer<StreetRegistered>
{
    public Task Consume(ConsumeContext<UnitRegistered> context) => store.Handle<Registration>(
        context, Registration.OfUnit(context.Message.Street, context.Message.Unit),
        new Register(InboundMapper.ToEvent(context.Message)).Decide);

    public Task Consume(ConsumeContext<StreetRegistered> context) => store.Handle<Registration>(
        context, Registration.OfStreet(context.Message.Street), new Register(InboundMapper.ToEvent(context.Message)).Decide);
}
