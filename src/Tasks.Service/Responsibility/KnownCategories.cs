using Campaign.Contracts.Inspections;
using Campaign.EventStore;
using Campaign.Messaging;
using MassTransit;

namespace Campaign.Tasks.Responsibility;

/// <summary>问题类别 of the district, as Inspections keeps them: their codes.</summary>
internal sealed record FindingCategoriesNoted(IReadOnlyList<string> Codes, long SourceVersion) : IKnownCategoriesEvent;

internal interface IKnownCategoriesEvent;

/// <summary>What a rule may name. Where no list has been heard of, anything: it may have been set before lists were told of.</summary>
internal sealed record KnownCategories(IReadOnlyList<string> Codes, long SourceVersion)
    : IAggregate<KnownCategories, IKnownCategoriesEvent>
{
    public static KnownCategories Initial { get; } = new([], 0);

    public static readonly StreamId<KnownCategories> Stream =
        StreamId<KnownCategories>.Named("district", "finding-categories");

    public KnownCategories Evolve(IKnownCategoriesEvent @event) => @event switch
    {
        FindingCategoriesNoted e => new(e.Codes, e.SourceVersion),
    };

    public Decision Follow(FindingCategoriesNoted noted) => noted.SourceVersion <= SourceVersion ? Decision.Nothing : Decision.Of(noted);

    public bool Has(string code) => Codes.Count == 0 || Codes.Contains(code, StringComparer.Ordinal);
}

internal sealed class CategoriesConsumer(IEventStore store) : IConsumer<FindingCategoriesSet>
{
    public Task Consume(ConsumeContext<FindingCategoriesSet> context) => store.Handle<KnownCategories>(
        context, KnownCategories.Stream, known => known.Follow(new(context.Message.Codes, context.Message.Version)));
}
