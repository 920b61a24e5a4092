using System.Text.Json;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Offline;

/// <summary>What somebody did on a phone without reception.</summary>
/// <param name="Sequence">1, 2, 3 … for each device; none is left out.</param>
/// <param name="Id">Made on the phone (UUID 4 or 7); a finding or inspection that begins with it has this id.</param>
/// <param name="At">When it was done, by the phone's clock.</param>
/// <param name="Target">The finding, inspection or look-back it is done to; absent where one begins.</param>
/// <param name="BaseVersion">Version of the target that the phone last fetched; absent for one that began on the phone.</param>
/// <param name="Body">As the same command has it online.</param>
internal sealed record Intent(
    long Sequence, Guid Id, string Kind, DateTimeOffset At, Guid? Target = null, long? BaseVersion = null, JsonElement? Body = null)
{
    /// <summary>Of its events: whichever device brings it, and however often, they are appended once.</summary>
    internal Guid Cause => DeterministicGuid.From(Id, "intent");
}

/// <param name="ClientId">The phone; the same for as long as its sequence goes on.</param>
internal sealed record SyncBatch(string ClientId, IReadOnlyList<Intent> Intents)
{
    private const int MaxIntents = 500;

    internal sealed class Validator : AbstractValidator<SyncBatch>
    {
        public Validator()
        {
            RuleFor(x => x.ClientId).IsClientId();
            RuleFor(x => x.Intents).NotEmpty();
            RuleFor(x => x.Intents).AtMost(MaxIntents).ForEach(intent => intent.NotNull().SetValidator(new IntentValidator()));
        }
    }

    private sealed class IntentValidator : AbstractValidator<Intent>
    {
        public IntentValidator()
        {
            RuleFor(x => x.Sequence).GreaterThan(0);
            // Ids that the service derives are of version 5: what a phone thinks up never meets one of them.
            RuleFor(x => x.Id).Must(id => id.Version is 4 or 7).WithErrorCode("intent-id-invalid").WithMessage("编号须为 UUID（版本 4 或 7）。");
            RuleFor(x => x.Kind).Must(kind => kind is { Length: > 0 and <= 40 } && kind.All(char.IsAsciiLetter))
                .WithErrorCode(SyncRules.KindUnknown.Rule).WithMessage(SyncRules.KindUnknown.Detail);
            RuleFor(x => x.At).NotEmpty();
            RuleFor(x => x.BaseVersion).GreaterThanOrEqualTo(0);
        }
    }
}

internal static class ClientIds
{
    public static void IsClientId<T>(this IRuleBuilder<T, string> id) => id
        .Must(text => text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        .WithErrorCode("client-id-invalid").WithMessage("设备编号须为 1 至 64 个字母、数字、连字符、下划线或点。");
}
