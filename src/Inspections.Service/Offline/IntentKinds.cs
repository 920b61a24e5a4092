using System.Text.Json;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Campaign.Inspections.Offline;

/// <summary>What can be done without reception, under the names that phones use.</summary>
internal sealed class IntentKinds(FindingIntents findings, InspectionIntents inspections, LookBackIntents lookBacks)
{
    private readonly Dictionary<string, IntentKind> kinds =
        findings.Kinds.Concat(inspections.Kinds).Concat(lookBacks.Kinds).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<IntentKind> All => kinds.Values;

    public IntentKind? Named(string name) => kinds.GetValueOrDefault(name);
}

/// <summary>Bodies of intents, read and validated as the same bodies are online.</summary>
internal sealed class IntentBodies(IServiceProvider services, IOptions<JsonOptions> json)
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new { });

    public async Task<Preparation> Read<T>(Intent intent, Func<T, Task<Preparation>> prepare) where T : class
    {
        T? body;
        try
        {
            body = (intent.Body ?? Empty).Deserialize<T>(json.Value.SerializerOptions);
        }
        catch (JsonException unreadable)
        {
            return SyncRules.BodyUnreadable($"/body{JsonPointer.FromPath(unreadable.Path)}");
        }
        if (body is null) return SyncRules.BodyUnreadable("/body");
        if (ListItems.FirstMissing(body) is { } missing)
            return SyncRules.InBody(new(missing.Rule, missing.Detail, RefusalKind.Invalid, missing.Pointer));
        if (services.GetService<IValidator<T>>() is { } validator
            && Validation.FirstError(await validator.ValidateAsync(body)) is { } error)
            return SyncRules.InBody(new(error.Rule, error.Detail, RefusalKind.Invalid, error.Pointer));
        var prepared = await prepare(body);
        return prepared.Refusal is { } refusal ? SyncRules.InBody(refusal) : prepared;
    }
}
