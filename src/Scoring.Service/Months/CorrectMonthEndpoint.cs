using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Bulletins;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Months;

internal static class CorrectMonthEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/corrections", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正通报").Produces<PublishedBulletin>();

    private static async Task<IResult> Handle(
        string street, string month, NewCorrection body, Commands commands, MonthCorrecting correcting, ClosedMonths closedMonths)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(MonthRules.Invalid);
        var done = await correcting.Correct(street, asked, body.Reason, commands);
        if (done.Refusal is { } refusal) return Problems.Of(refusal);
        // A repeat corrected nothing now; what it asks about is the last correction there is.
        var corrected = done.Events.OfType<MonthCorrected>().FirstOrDefault()
            ?? (await closedMonths.Find(street, asked, commands.Cancellation))!.Corrections[^1];
        return commands.Answer(
            MonthState.Stream(street, asked), done, _ => new PublishedBulletin(month, corrected.Year, corrected.Number, done.Version));
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
    IEventStore store, ClosedMonths closedMonths, HighWaterSnapshot horizon, BulletinSources sources)
{
    public Task<AppendResult<MonthState>> Correct(string street, Month month, string reason, Commands commands) =>
        store.Transact<MonthState>(
            MonthState.Stream(street, month),
            async (announced, streams) =>
            {
                if (await Command(street, month, reason, commands) is not { } command) return MonthRules.NotPublished;
                var register = await streams.Load<BulletinRegister>(BulletinRegister.Stream(street, command.Year));
                var (events, refusal) = command.Decide(announced.State, register.State);
                if (refusal is not null) return refusal;
                var versions = await closedMonths.CardVersions(street, month, commands.Cancellation);
                return JointDecision.Of(
                [
                    register.Gets([.. events.OfType<BulletinPublished>()]),
                    announced.Gets([.. events.OfType<MonthCorrected>()]),
                    .. events.OfType<ScorecardCorrected>().Select(card => StreamChange.To<ScorecardState>(
                        ScorecardState.Stream(street, month, card.Subject), versions.GetValueOrDefault(card.Subject), card)),
                ]);
            },
            commands.Options, commands.Cancellation);

    /// <summary>What is to be corrected by what is known now; null for a month that was not closed.</summary>
    private async Task<CorrectMonth?> Command(string street, Month month, string reason, Commands commands)
    {
        var cancellation = commands.Cancellation;
        if (await closedMonths.Find(street, month, cancellation) is not { } standing) return null;
        var (known, through) = await horizon.Read(street, connection => MonthFactsQuery.Load(connection, street, month, cancellation), cancellation);
        return new(
            month, reason, standing.Scoring, known.Score(month, standing.Policy, commands.Now), through,
            (await sources.Letterhead(street, cancellation)).Letterhead, await sources.Ranks(street, month.Previous, cancellation),
            await sources.Notes(street, month, cancellation), commands.Now);
    }
}
