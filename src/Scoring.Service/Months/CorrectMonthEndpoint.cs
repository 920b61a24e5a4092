using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Bulletins;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Scoring.Months;

internal static class CorrectMonthEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/corrections", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正通报").Produces<PublishedBulletin>();

    private static async Task<IResult> Handle(
        string street, string month, NewCorrection body, Commands commands, MonthCorrecting correcting, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(MonthRules.Invalid);
        var (bulletin, version, refusal) = await correcting.Correct(street, asked, body.Reason, commands);
        if (refusal is not null) return Problems.Of(refusal);
        ETags.Write(http, version);
        return TypedResults.Ok(new PublishedBulletin(month, bulletin!.Year, bulletin.Number, version));
    }
}

internal sealed record NewCorrection(string Reason)
{
    internal sealed class Validator : AbstractValidator<NewCorrection>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed class MonthCorrecting(
    IEventStore store, ClosedMonths closedMonths, EventHorizon horizon, BulletinSources sources)
{
    public async Task<(BulletinPublished? Bulletin, long Version, Refusal? Refusal)> Correct(
        string street, Month month, string reason, Commands commands)
    {
        var stream = MonthState.Stream(street, month);
        while (true)
        {
            var cancellation = commands.Cancellation;
            var (state, version) = await store.Load<MonthState>(stream, cancellation);
            if (await closedMonths.Find(street, month, cancellation) is not { } standing) return (null, version, MonthRules.NotPublished);
            var (known, through) = await horizon.Read(street, connection => MonthFactsQuery.Load(connection, street, month, cancellation), cancellation);
            var command = new CorrectMonth(
                month, reason, standing.Scoring, known.Score(month, standing.Policy, commands.Now), through,
                (await sources.Letterhead(street, cancellation)).Letterhead, await sources.Ranks(street, month.Previous, cancellation),
                await sources.Notes(street, month, cancellation), commands.Now);

            var registerStream = BulletinRegister.Stream(street, command.Year);
            var (register, last) = await store.Load<BulletinRegister>(registerStream, cancellation);
            var (events, refusal) = command.Decide(state, register);
            if (refusal is not null) return (null, version, refusal);
            var versions = await closedMonths.CardVersions(street, month, cancellation);
            try
            {
                await store.Append(
                    [
                        StreamAppend.To<BulletinRegister>(registerStream, last, events.OfType<BulletinPublished>().Select(NewEvent.Of)),
                        StreamAppend.To<MonthState>(stream, version, events.OfType<MonthCorrected>().Select(NewEvent.Of)),
                        .. events.OfType<ScorecardCorrected>().Select(card => StreamAppend.To<ScorecardState>(
                            ScorecardState.Stream(street, month, card.Subject), versions.GetValueOrDefault(card.Subject), [NewEvent.Of(card)])),
                    ],
                    commands.Metadata, cancellation);
                return ((BulletinPublished)events[0], version + 1, null);
            }
            catch (StreamVersionConflictException)
            {
                // Another bulletin took the number, or another correction came first: decide on what is there now.
            }
        }
    }
}
