using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Weasel.Core;

namespace Campaign.EventStore.OnMarten;

/// <summary>The options under which Marten's tables are those of <c>Schema/Events.sql</c> and its JSON is ours.</summary>
internal static class MartenSettings
{
    public static IDocumentStore Open(EventStoreOptions settings, EventTypes types) => DocumentStore.For(options =>
    {
        options.Connection(settings.Connection.ConnectionString);
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.UseSystemTextJsonForSerialization(new JsonSerializerOptions(types.Json), EnumStorage.AsString, Casing.CamelCase);
        // An append runs in a transaction of ours: repeating one of its commands there would only hide the first error.
        options.ConfigurePolly(_ => { });

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (name, type) in types.ByName) options.Events.MapEventType(type, name);
    });
}
