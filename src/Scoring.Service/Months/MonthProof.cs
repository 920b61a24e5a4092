using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>What was announced, computed once more from the events known then, by the policy of then.</summary>
/// <param name="Correction">0 for the closing, n for the n-th correction.</param>
/// <param name="Holds">Every figure and every line came out the same, to the last
/// digit; null where it was not noted what was known.</param>
internal sealed record ProvedEdition(string Month, int Correction, bool? Holds, Differences Differences);

/// <summary>One walk through the street's events, stopping where each edition of each month was computed.</summary>
internal sealed class MonthProof(PointInTimeReplay tables, MonthFactsQuery facts, ClosedMonths closedMonths)
{
    public async Task<IReadOnlyList<ProvedEdition>> Of(string street, IEnumerable<Month> months, CancellationToken cancellation)
    {
        var editions = new List<Edition>();
        foreach (var month in months) editions.AddRange(await Editions(street, month, cancellation));

        await using var past = await tables.Of(street, cancellation);
        var proved = new List<ProvedEdition>();
        foreach (var edition in editions.OrderBy(e => e.Through)) proved.Add(await Prove(street, edition, past, cancellation));
        return [.. proved.OrderBy(p => p.Month, StringComparer.Ordinal).ThenBy(p => p.Correction)];
    }

    private async Task<ProvedEdition> Prove(string street, Edition edition, Replay past, CancellationToken cancellation)
    {
        if (edition.Through is not { } through) return new(edition.Month.ToString(), edition.Correction, Holds: null, new([], []));
        await past.AdvanceTo(through, cancellation);
        var known = await facts.Load(past.Connection, street, edition.Month, cancellation);
        var announced = edition.Announced;
        var differences = Differences.Between(
            announced.Scoring, known.Score(edition.Month, announced.Policy, edition.At, announced.Scoring.Edition));
        return new(edition.Month.ToString(), edition.Correction, differences.None, differences);
    }

    private async Task<IReadOnlyList<Edition>> Editions(string street, Month month, CancellationToken cancellation)
    {
        if (await closedMonths.Find(street, month, cancellation, edition: 0) is not { } closed) return [];
        var editions = new List<Edition> { new(month, 0, closed, closed.Closing.Through, closed.Closing.At) };
        var corrections = (await closedMonths.Find(street, month, cancellation))!.Corrections;
        foreach (var e in corrections)
            editions.Add(new(month, e.Correction, (await closedMonths.Find(street, month, cancellation, e.Correction))!, e.Through, e.At));
        return editions;
    }

    private sealed record Edition(Month Month, int Correction, ClosedMonth Announced, long? Through, DateTimeOffset At);
}

internal static class MonthProofEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapGet("/{month}/proof", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator).TakesTurn(CallerTurns.Figures)
        .WithSummary("由事件重新计算并与通报核对").Produces<IReadOnlyList<ProvedEdition>>();

    private static async Task<IResult> Handle(
        string street, string month, MonthProof proof, ClosedMonths closed, CancellationToken cancellation)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        return (await closed.Of(street, cancellation)).Contains(month, StringComparer.Ordinal)
            ? TypedResults.Ok(await proof.Of(street, [asked], cancellation))
            : Problems.Of(MonthRules.NotClosed);
    }
}
