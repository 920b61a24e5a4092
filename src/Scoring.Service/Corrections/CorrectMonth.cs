using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Corrections;

/// <summary>
/// 更正通报: what came late or was waived goes into a bulletin of its own, with the differences. Nothing announced is rewritten.
/// </summary>
/// <param name="Standing">The month as last announced.</param>
/// <param name="Recomputed">The same by the policy of then, with what is known now.</param>
/// <param name="Through">Number of the last event that <paramref name="Recomputed"/> knew.</param>
/// <param name="Notes">How far the half-year's evaluation has come by now, in sentences.</param>
internal sealed record CorrectMonth(
    Month Month, string Reason, MonthScoring Standing, MonthScoring Recomputed, long Through, Letterhead Letterhead,
    IReadOnlyDictionary<string, int> LastMonthRanks, IReadOnlyList<string> Notes, DateTimeOffset Now,
    IReadOnlyList<AnnouncedSanction>? Sanctions = null)
{
    public int Year => ChinaTime.DateOf(Now).Year;

    public Decision Decide(MonthState month, BulletinRegister register)
    {
        if (month.Status is not MonthStatus.Published) return MonthRules.NotPublished;
        var differences = Differences.Between(Standing, Recomputed);
        if (differences.None) return MonthRules.NothingToCorrect;

        var (correction, number) = (month.Corrections + 1, register.Last + 1);
        var cards = Recomputed.Scorecards.ToDictionary(card => card.Subject, Months.Stored.Scorecard.Of, StringComparer.Ordinal);
        return Decision.Of(
        [
            new BulletinPublished(
                Year, number, Month.ToString(), Letterhead.DocumentNumber(Year, number),
                $"关于更正{Month.Year}年{Month.Number}月创建国家卫生城市工作考评情况的通报", LastMonthRanks, Now, correction,
                Reason, Bulletins.Stored.Letterhead.Of(Letterhead), Notes,
                Sanctions is null ? null : [.. Sanctions.Select(Bulletins.Stored.Sanction.Of)]),
            new MonthCorrected(
                Month.ToString(), correction, Year, number, Reason, [.. differences.Figures.Select(Months.Stored.PendingCorrection.Of)],
                [.. differences.Lines.Select(Months.Stored.LineDifference.Of)], Recomputed.MissingWeeks,
                Months.Stored.MonthCounts.Of(Recomputed.Counts),
                Through, Now, Recomputed.Figures is { } figures ? Months.Stored.PinnedFigures.Of(figures) : null),
            .. differences.Subjects.Order(StringComparer.Ordinal)
                .Select(subject => new ScorecardCorrected(Month.ToString(), correction, subject, cards.GetValueOrDefault(subject))),
        ]);
    }
}

internal static class CorrectMonthEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/corrections", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正通报").Produces<PublishedBulletin>();

    private static async Task<IResult> Handle(
        string street, string month, ReasonBody body, Commands commands, MonthCorrecting correcting, ClosedMonths closedMonths)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        var done = await correcting.Correct(street, asked, body.Reason, commands);
        if (done.Refusal is { } refusal) return Problems.Of(refusal);
        // A repeat corrected nothing now; what it asks about is the last correction there is.
        var corrected = done.Events.OfType<MonthCorrected>().FirstOrDefault()
            ?? (await closedMonths.Find(street, asked, commands.Cancellation))!.Corrections[^1];
        return commands.Answer(
            MonthState.Stream(street, asked), done, _ => new PublishedBulletin(month, corrected.Year, corrected.Number, done.Version));
    }
}

internal sealed class MonthCorrecting(
    IEventStore store, ClosedMonths closedMonths, HighWaterSnapshot horizon, MonthFactsQuery facts, BulletinSources sources)
{
    public Task<AppendResult<MonthState>> Correct(string street, Month month, string reason, Commands commands) =>
        store.Transact(
            MonthState.Stream(street, month),
            async (announced, streams) =>
            {
                if (await Command(street, month, reason, commands.Now, commands.Cancellation) is not { } command)
                    return MonthRules.NotPublished;
                var register = await streams.Load(BulletinRegister.Stream(street, command.Year));
                var (events, refusal) = command.Decide(announced.State, register.State);
                if (refusal is not null) return refusal;
                var versions = await closedMonths.CardVersions(street, month, commands.Cancellation);
                return JointDecision.Of(
                [
                    register.Gets([.. events.OfType<BulletinPublished>()]),
                    announced.Gets([.. events.OfType<MonthCorrected>()]),
                    .. events.OfType<ScorecardCorrected>().Select(card => StreamChange.To(
                        ScorecardState.Stream(street, month, card.Subject), versions.GetValueOrDefault(card.Subject), card)),
                ]);
            },
            commands.Options, commands.Cancellation);

    /// <summary>更正通报 as it would come out now, to be read before it does.</summary>
    public async Task<(BulletinIssue? Draft, Refusal? Refusal)> Draft(
        string street, Month month, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await closedMonths.Find(street, month, cancellation) is not { } closed
            || await Command(street, month, reason, now, cancellation) is not { } command) return (null, MonthRules.NotPublished);
        var (announced, _) = await store.Load(MonthState.Stream(street, month), cancellation);
        var (events, refusal) = command.Decide(announced, BulletinRegister.Initial);
        if (refusal is not null) return (null, refusal);
        var issue = BulletinDrafts.Issue(
            street, month, MonthStatus.Published, closed.PolicyFrom, closed.Policy, command.Recomputed,
            events.OfType<BulletinPublished>().Single(), command.Letterhead);
        var correction = CorrectionOfMonth.Of(events.OfType<MonthCorrected>().Single()) with { Number = 0 };
        return (issue with { Bulletin = issue.Bulletin with { Correction = correction } }, null);
    }

    /// <summary>What is to be corrected by what is known now; null for a month that was not closed.</summary>
    private async Task<CorrectMonth?> Command(
        string street, Month month, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await closedMonths.Find(street, month, cancellation) is not { } standing) return null;
        var (known, through) = await horizon.Read(
            street, connection => facts.Load(connection, street, month, cancellation), cancellation);
        return new(
            month, reason, standing.Scoring, known.Score(month, standing.Policy, now, standing.Scoring.Edition), through,
            (await sources.Letterhead(street, cancellation)).Letterhead, await sources.Ranks(street, month.Previous, cancellation),
            await sources.Notes(street, month, cancellation), now,
            await sources.Sanctions(street, month, cancellation));
    }
}
