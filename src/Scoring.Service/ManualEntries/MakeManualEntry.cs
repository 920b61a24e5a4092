using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.ManualEntries;

/// <summary>The events of one manual entry.</summary>
internal interface IManualEntryEvent;

/// <summary>人工登记, as it now reads.</summary>
/// <param name="Item">The item of the month's policy that it is entered for.</param>
/// <param name="Evidence">SHA-256 ids of documents and photos.</param>
internal sealed record ManualEntryMade(
    string Id, string Subject, DateOnly Date, string Item, decimal Value, string Reason, IReadOnlyList<string> Evidence, DateTimeOffset At)
    : IManualEntryEvent
{
    public bool Says(ManualEntryMade other) =>
        this with { At = other.At, Evidence = other.Evidence } == other && Evidence.SequenceEqual(other.Evidence, StringComparer.Ordinal);
}

internal sealed record ManualEntryState : IAggregate<ManualEntryState, IManualEntryEvent>
{
    public static ManualEntryState Initial { get; } = new();

    public ManualEntryMade? Made { get; init; }

    public ManualEntryState Evolve(IManualEntryEvent @event) => @event switch
    {
        ManualEntryMade e => this with { Made = e },
    };

    public static StreamId<ManualEntryState> Stream(string street, string id) =>
        StreamId<ManualEntryState>.Named(street, $"manual-entry/{id}");
}

/// <param name="Policy">Of the month that the entry belongs to.</param>
internal sealed record MakeManualEntry(ManualEntryMade Entry, Policy Policy)
{
    public static readonly Refusal ItemUnknown =
        new("manual-item-unknown", "该月的考评办法没有这个由人工登记的项目。", RefusalKind.Invalid, "/item");

    public Decision Decide(ManualEntryState state)
    {
        if (state.Made?.Says(Entry) is true) return Decision.Nothing;
        return Policy.ItemsIn(Entry.Date.Month).Any(i => i.Id == Entry.Item && i.Metric == MetricCatalogue.Manual)
            ? Decision.Of(Entry)
            : ItemUnknown;
    }
}

internal static class MakeManualEntryEndpoint
{
    public static void Map(RouteGroupBuilder entries) => entries
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("人工登记").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, string id, NewManualEntry body, Commands commands, SubjectList subjects, IMonthPolicies policies)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        var month = Month.Parse(body.Month);
        if (await policies.PolicyOf(street, month, commands.Cancellation) is not { } found) return Problems.Of(PolicyList.None);
        var entry = new ManualEntryMade(
            id, body.Subject, body.Date ?? month.Last, body.Item, body.Value, body.Reason, body.Evidence ?? [], commands.Now);
        return await commands.Run(ManualEntryState.Stream(street, id), new MakeManualEntry(entry, found.Policy).Decide);
    }
}

/// <param name="Value">In the item's own unit; 0 takes the entry back.</param>
/// <param name="Date">In the month; absent: its last day.</param>
internal sealed record NewManualEntry(
    string Subject, string Month, string Item, decimal Value, string Reason, IReadOnlyList<string>? Evidence = null, DateOnly? Date = null)
{
    internal sealed class Validator : AbstractValidator<NewManualEntry>
    {
        private const int MaxEvidence = 20;
        private const int Precision = 13;
        private const int Scale = 4;

        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Month).IsMonth();
            RuleFor(x => x.Item).NotEmpty();
            RuleFor(x => x.Value).PrecisionScale(Precision, Scale, ignoreTrailingZeros: true);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Evidence).AtMost(MaxEvidence);
            RuleForEach(x => x.Evidence).Matches("^[0-9a-f]{64}$")
                .WithErrorCode("evidence-invalid").WithMessage("证据须为 64 位小写十六进制的 SHA-256 编号。");
            RuleFor(x => x.Date)
                .Must((x, date) => date is null || !Kernel.Month.TryParse(x.Month, out var month) || month.Contains(date.Value))
                .WithErrorCode("date-outside-month").WithMessage("日期不在该月内。");
        }
    }
}
