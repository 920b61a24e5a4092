using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Marten.Events;

namespace Campaign.EventStore;

/// <summary>
/// The event types of a service: CLR type ↔ stored name, their JSON (camelCase, enums as strings) and the upcasters from
/// shapes of earlier releases. A name, once stored, never changes.
/// </summary>
public sealed class EventTypes
{
    private readonly Dictionary<Type, string> names = [];
    private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, (Type To, Func<object, object> Of)> upcasters = [];
    private readonly List<EventMask> masks = [];

    private static readonly MethodInfo Rule = typeof(EventTypes).GetMethod(nameof(AddRule), BindingFlags.NonPublic | BindingFlags.Static)!;

    public EventTypes(params IEnumerable<IJsonTypeInfoResolver> contexts)
        => Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Converters = { new JsonStringEnumConverter() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. contexts, new DefaultJsonTypeInfoResolver()]),
        };

    public JsonSerializerOptions Json { get; }

    public IReadOnlyDictionary<string, Type> ByName => types;

    /// <summary>Registers an event under its own name in snake case (<c>FindingRecorded</c> → <c>finding_recorded</c>).</summary>
    public EventTypes Add<T>() where T : class => Add(typeof(T), SnakeCase.Of(typeof(T).Name));

    /// <exception cref="ArgumentException">The type or the name is registered already.</exception>
    public EventTypes Add(Type type, string name)
    {
        types.Add(name, type);
        names.Add(type, name);
        return this;
    }

    /// <summary>Events stored as <typeparamref name="TOld"/> reach every reader as <typeparamref name="TNew"/>.</summary>
    public EventTypes Upcast<TOld, TNew>(Func<TOld, TNew> upcast) where TOld : class where TNew : class
    {
        upcasters.Add(typeof(TOld), (typeof(TNew), old => upcast((TOld)old)));
        return this;
    }

    /// <summary>What is left of an event once its personal data are masked (<see cref="StreamKeeping.Mask"/>).</summary>
    public EventTypes Mask<T>(Func<T, T> mask) where T : class
    {
        masks.Add(new(events => events.AddMaskingRuleForProtectedInformation(mask)));
        return this;
    }

    /// <summary>The same for every event that was added, in its newest shape.</summary>
    public EventTypes MaskEach(Func<object, object> mask)
    {
        foreach (var type in types.Values.Where(type => NewestOf(type) == type).Distinct())
            masks.Add(new(events => Rule.MakeGenericMethod(type).Invoke(null, [events, mask])));
        return this;
    }

    internal IReadOnlyList<EventMask> Masks => masks;

    private static void AddRule<T>(IEventStoreOptions events, Func<object, object> mask) where T : class
    {
        Func<T, T> typed = data => (T)mask(data);
        events.AddMaskingRuleForProtectedInformation(typed);
    }

    /// <summary>The shape in which events stored as <paramref name="type"/> reach their readers.</summary>
    internal Type NewestOf(Type type) => upcasters.TryGetValue(type, out var upcast) ? NewestOf(upcast.To) : type;

    /// <exception cref="UnknownEventTypeException">The type was never added.</exception>
    public string NameOf(Type type) => names.TryGetValue(type, out var name) ? name : throw new UnknownEventTypeException(type.Name);

    /// <summary>As Marten writes <c>mt_dotnet_type</c>.</summary>
    internal static string DotNetName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    public string Write(object data) => JsonSerializer.Serialize(data, data.GetType(), Json);

    /// <exception cref="UnknownEventTypeException">The name was never added.</exception>
    public object Read(string name, ReadOnlySpan<byte> json)
    {
        if (!types.TryGetValue(name, out var type)) throw new UnknownEventTypeException(name);
        return Upcast(JsonSerializer.Deserialize(json, type, Json)!);
    }

    /// <summary>The newest shape of an event: itself, or what its upcasters make of it.</summary>
    public object Upcast(object data)
    {
        while (upcasters.TryGetValue(data.GetType(), out var upcast)) data = upcast.Of(data);
        return data;
    }
}

internal sealed record EventMask(Action<IEventStoreOptions> AddTo);

/// <summary>Type names as Marten stores them: <c>FindingRecorded</c> → <c>finding_recorded</c>.</summary>
public static class SnakeCase
{
    public static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
