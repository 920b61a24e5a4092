using System.Text.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using JasperFx.OpenTelemetry;
using Marten;
using Marten.Services.Json.Transformations;
using Weasel.Core;

namespace Campaign.EventStore.OnMarten;

/// <summary>The options under which Marten keeps the streams of a service.</summary>
internal static class MartenSettings
{
    public static StoreOptions Of(EventTypes types)
    {
        var options = new StoreOptions
        {
            DatabaseSchemaName = "public",
            DisableNpgsqlLogging = true,
            AutoCreateSchemaObjects = AutoCreate.None,
            // More statements than this go in a second round trip.
            UpdateBatchSize = 2000,
        };
        options.UseSystemTextJsonForSerialization(new JsonSerializerOptions(types.Json), EnumStorage.AsString, Casing.CamelCase);
        // Repeating a part of an append could lose events or store them twice; the door repeats the whole of it or nothing.
        options.ConfigurePolly(_ => { });
        options.ConfigureWritePolly(_ => { });
        options.Logger(new SilentLogger());
        options.OpenTelemetry.TrackConnections = TrackLevel.Normal;
        options.OpenTelemetry.TrackEventCounters();

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        // Quick alone stores times that are wrong on a server that is not set to UTC; Rich draws numbers outside the transaction.
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.EnableUniqueIndexOnEventId = true;
        options.Events.EnableBigIntEvents = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        foreach (var (name, type) in types.ByName) AddType(options, types, name, type);
        foreach (var mask in types.Masks) mask.AddTo(options.Events);
        return options;
    }

    // Marten reads what an earlier release stored as our own reader does.
    private static void AddType(StoreOptions options, EventTypes types, string name, Type type)
    {
        options.Events.MapEventType(type, name);
        if (types.NewestOf(type) is { } newest && newest != type)
            options.Events.Upcast(
                newest, name, new JsonTransformation((json, row, column) => types.Upcast(json.FromJson(type, row, column))));
    }
}
