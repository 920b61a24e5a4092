using Campaign.EventStore;
using Campaign.Scoring.Policies;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;

namespace Campaign.Scoring.Months;

/// <summary>封账: the month as it stands now is pinned.</summary>
internal sealed record CloseMonth(Month Month, string PolicyFrom, Policy Policy, MonthScoring Scoring, DateTimeOffset Now)
{
    public Decision Decide(MonthState state)
    {
        if (state.Status is not MonthStatus.Open) return Decision.Nothing;
        return Month.IsOverAt(Now)
            ? Decision.Of(new MonthClosed(Month.ToString(), PolicyFrom, Policy, Scoring.MissingWeeks, Scoring.Counts, Now, Scoring.Figures))
            : MonthRules.NotOver;
    }
}

internal static class CloseMonthEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/closing", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("封账").Produces<Done>();

    private static async Task<IResult> Handle(
        string street, string month, NoContent body, Commands commands, IEventStore store, MonthReports reports, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(MonthRules.Invalid);
        if (await reports.Compute(street, asked, commands.Cancellation) is not { } computed) return Problems.Of(PolicyList.None);

        var stream = MonthState.Stream(street, asked);
        var command = new CloseMonth(asked, computed.PolicyFrom, computed.Policy, computed.Scoring, commands.Now);
        while (true)
        {
            var (state, version) = await store.Load<MonthState>(stream, commands.Cancellation);
            var (events, refusal) = command.Decide(state);
            if (refusal is not null) return Problems.Of(refusal);
            try
            {
                if (events.Count > 0)
                    await store.Append(Appends(street, command, stream, version, events), commands.Metadata, commands.Cancellation);
                ETags.Write(http, version + events.Count);
                return TypedResults.Ok(new Done(stream.Id, version + events.Count));
            }
            catch (StreamVersionConflictException)
            {
                // Somebody else closed it in between: then it is closed.
            }
        }
    }

    private static IReadOnlyList<StreamAppend> Appends(
        string street, CloseMonth command, StreamId stream, long version, IReadOnlyList<object> events) =>
    [
        StreamAppend.To<MonthState>(stream, version, events.Select(NewEvent.Of)),
        .. command.Scoring.Scorecards.Select(card => StreamAppend.To<ScorecardState>(
            ScorecardState.Stream(street, command.Month, card.Subject), 0, [NewEvent.Of(new ScorecardClosed(command.Month.ToString(), card))])),
    ];
}

/// <summary>The body of a command that needs no words: <c>{}</c>.</summary>
internal sealed record NoContent;
