using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Messaging;
using MassTransit;

namespace Campaign.Inspections.Reference;

/// <summary>Streets, units, communities and the words of the office, as Tasks registers and changes them.</summary>
internal sealed class ReferenceConsumer(IEventStore store) :
    IConsumer<StreetRegistered>, IConsumer<UnitRegistered>, IConsumer<CommunityRegistered>, IConsumer<HeadingWordsSet>
{
    public Task Consume(ConsumeContext<StreetRegistered> context)
    {
        var m = context.Message;
        return store.Handle<ReferenceReplica>(
            context, ReferenceReplica.Street(m.Street), noted => noted.Follow(m.Version, new StreetNoted(m.Name, m.Version)));
    }

    public Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var m = context.Message;
        return store.Handle<ReferenceReplica>(context, ReferenceReplica.Unit(m.Street, m.Unit), noted =>
            noted.Follow(m.Version, new UnitNoted(m.Unit, m.Name, m.Category, m.From, m.Until, m.Version)));
    }

    public Task Consume(ConsumeContext<CommunityRegistered> context)
    {
        var m = context.Message;
        return store.Handle<ReferenceReplica>(context, ReferenceReplica.Community(m.Street, m.Community), noted =>
            noted.Follow(m.Version, new CommunityNoted(m.Community, m.Name, m.Version)));
    }

    public Task Consume(ConsumeContext<HeadingWordsSet> context)
    {
        var m = context.Message;
        var noted = new HeadingWordsNoted(
            [.. m.Headings.Zip(m.Words, (heading, word) => new Stored.HeadingWord(heading, word))], m.Version);
        return store.Handle<HeadingWords>(context, HeadingWords.Stream(m.Street), words => words.Follow(noted));
    }
}
