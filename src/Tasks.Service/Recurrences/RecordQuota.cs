using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Recurrences;

/// <summary>What one unit has recorded for one quota. The same day with the same note and photos is the same record.</summary>
internal sealed record UnitQuota : IAggregate<UnitQuota, IQuotaEvent>
{
    public static UnitQuota Initial { get; } = new();

    public IReadOnlyList<QuotaRecorded> Records { get; init; } = [];

    public UnitQuota Evolve(IQuotaEvent @event) => @event switch
    {
        QuotaRecorded e => new() { Records = [.. Records, e] },
    };

    public static StreamId<UnitQuota> Stream(StreamId<Series> series, string unit) =>
        StreamId<UnitQuota>.Named(series.Tenant, $"quota/{unit}", series.Id);
}

/// <summary>记录: done once more of so many times a period.</summary>
/// <param name="Unit">As registered; null when it is not.</param>
internal sealed record RecordQuota(
    Guid Recurrence, RecurrenceTerms Terms, UnitRow? Unit, DateOnly Date, string? Note, IReadOnlyList<string> Photos, Caller By,
    DateTimeOffset Now)
{
    public Decision Decide(UnitQuota quota)
    {
        if (!Terms.Rule.IsQuota) return RecurrenceRules.NotAQuota;
        if (Unit is null || !Terms.Asks(Unit) || Date < Unit.From || Date > Unit.Until) return RecurrenceRules.UnitNotAsked;
        if (!By.ActsFor(Unit.Code)) return AssignmentRules.NotYourUnit;
        if (Date > ChinaTime.DateOf(Now)) return RecurrenceRules.RecordInTheFuture;
        if (Date < Terms.From || Date > Terms.Until) return RecurrenceRules.RecordOutsideWindow;
        if (OccurrenceRecord.Missing(Terms.Needs, Photos, Note) is { } missing) return missing;
        return quota.Records.Any(IsThis)
            ? Decision.Nothing
            : Decision.Of(new QuotaRecorded(Recurrence, Unit.Code, Date, Note, Photos, Now));
    }

    private bool IsThis(QuotaRecorded record) =>
        record.Date == Date && record.Note == Note && record.Photos.SequenceEqual(Photos, StringComparer.Ordinal);
}

internal static class RecordQuotaEndpoint
{
    public static void Map(RouteGroupBuilder recurrences) => recurrences
        .MapPost("/{code}/records", Handle).Allow(Audience.Doers).WithSummary("记录完成一次").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, string code, NewQuotaRecord body, Caller caller, Commands commands, OrganisationLookup register, IEventStore store)
    {
        var stream = Series.Stream(street, AssignmentKind.Recurring, code);
        var (series, _) = await store.Load<Series>(stream, commands.Cancellation);
        if ((series.InForce(body.Date)?.Schedule ?? series.LastSchedule) is not RecurrenceTerms terms)
            return Problems.Of(RecurrenceRules.RecurrenceNotFound);
        var unit = (await register.Units(street, commands.Cancellation)).FirstOrDefault(row => row.Code == body.Unit);
        var command = new RecordQuota(stream.Id, terms, unit, body.Date, body.Note, body.Photos ?? [], caller, commands.Now);
        return await commands.Run(UnitQuota.Stream(stream, body.Unit), command.Decide);
    }
}

/// <param name="Photos">SHA-256 of each photo's content, in lower-case hex.</param>
internal sealed record NewQuotaRecord(string Unit, DateOnly Date, string? Note, IReadOnlyList<string>? Photos)
{
    internal sealed class Validator : AbstractValidator<NewQuotaRecord>
    {
        private const int MaxPhotos = 20;

        public Validator()
        {
            RuleFor(x => x.Unit).NotEmpty().MaximumLength(30);
            RuleFor(x => x.Note).MaximumLength(2000);
            RuleFor(x => x.Photos).AtMost(MaxPhotos);
            RuleForEach(x => x.Photos).NotNull()
                .Matches("^[0-9a-f]{64}$").WithErrorCode("photo-id-invalid").WithMessage("照片编号须为内容的 SHA-256（64 位小写十六进制）。");
        }
    }
}
