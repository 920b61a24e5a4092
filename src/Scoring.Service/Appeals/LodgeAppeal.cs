using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Appeals;

/// <param name="Line">As announced; null when there is no such line.</param>
/// <param name="AnnouncedAt">When the bulletin came out that first showed the subject's score as it now reads; null when none did.</param>
/// <param name="Waived">The line was waived already.</param>
internal sealed record LodgeAppeal(
    Month Month, string Subject, ScoreLine? Line, DateTimeOffset? AnnouncedAt, bool Waived, int Days, string Reason,
    string? Evidence, string By,
    DateTimeOffset Now)
{
    public Decision Decide(Appeal appeal)
    {
        if (appeal.Lodged is { } lodged)
            return appeal.Upheld is null && lodged.Reason == Reason && lodged.Evidence == Evidence
                ? Decision.Nothing
                : AppealRules.AlreadyLodged;
        if (AnnouncedAt is not { } announced) return AppealRules.NotPublished;
        if (Waived) return AppealRules.AlreadyWaived;
        if (Line is not { EventId: { } eventId }) return AppealRules.LineUnknown;
        var last = ChinaTime.DateOf(announced).AddDays(Days);
        if (Now >= ChinaTime.EndOf(last)) return AppealRules.TooLate(Days, last);
        return Decision.Of(
            new AppealLodged(Month.ToString(), Subject, Line.Kind, eventId, Line.Text, Line.Points, Reason, Evidence, By, Now));
    }
}

internal static class LodgeAppealEndpoint
{
    public static void Map(RouteGroupBuilder appeals) => appeals
        .MapPost("/", Handle)
        .Allow(Role.UnitOfficer, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("提出申诉").Produces<VersionedResult>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(
        string street, NewAppeal body, Caller caller, Commands commands, IEventStore store, AnnouncedLines lines)
    {
        if (!caller.ActsFor(body.Subject)) return Problems.Of(AppealRules.NotYourUnit);
        var month = Month.Parse(body.Month);
        var found = await lines.Find(street, month, body.Subject, body.Kind, body.EventId, commands.Cancellation);
        var (term, _) = await store.Load(AppealTerm.Stream(street), commands.Cancellation);
        var command = new LodgeAppeal(
            month, body.Subject, found.Line, found.AnnouncedAt, found.Waived, term.Days, body.Reason, body.Evidence,
            caller.Id, commands.Now);
        var stream = Appeal.Stream(street, month, body.Subject, body.Kind, body.EventId);
        return await commands.Create<Appeal>(stream, command.Decide, $"/api/streets/{street}/appeals/{stream.Id}");
    }
}

/// <param name="Kind">Of the line in the scorecard, with <paramref name="EventId"/>.</param>
internal sealed record NewAppeal(string Month, string Subject, string Kind, Guid EventId, string Reason, string? Evidence = null)
{
    internal sealed class Validator : AbstractValidator<NewAppeal>
    {
        public Validator()
        {
            RuleFor(x => x.Month).IsMonth();
            RuleFor(x => x.Subject).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Kind).NotEmpty().MaximumLength(100);
            RuleFor(x => x.EventId).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(1000);
            RuleFor(x => x.Evidence).MaximumLength(1000);
        }
    }
}
