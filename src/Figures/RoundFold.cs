namespace Campaign.Figures;

/// <summary>The facts of one finding → its rounds as of a moment. Pure; the order of the facts changes nothing.</summary>
public static class RoundFold
{
    /// <returns>None for a finding that was ever voided or merged: it is out of every figure.</returns>
    public static IReadOnlyList<Round> Of(IEnumerable<RoundFact> facts, DateTimeOffset asOf)
    {
        var all = facts.ToList();
        if (all.Exists(fact => fact.Kind is RoundFactKind.Voided or RoundFactKind.Merged)) return [];
        return
        [
            .. all.Where(fact => fact.At <= asOf).GroupBy(fact => fact.Round).OrderBy(round => round.Key)
                .Select(round => Of(round.Key, [.. round])),
        ];
    }

    private static Round Of(int number, List<RoundFact> facts)
    {
        var began = facts.Find(fact => fact.Kind is RoundFactKind.Recorded or RoundFactKind.Relapsed);
        var struckOff = First(RoundFactKind.StruckOff);
        return new(
            number, began?.At, number > 1 ? began?.Unit : null, Standing(facts), First(RoundFactKind.Routed),
            First(RoundFactKind.DeadlineExtended), First(RoundFactKind.Rejected), Handled(facts, struckOff), struckOff,
            facts.Where(fact => fact.Kind is RoundFactKind.StruckOff or RoundFactKind.ForciblyClosed).Min(At));

        DateTimeOffset? First(RoundFactKind kind) => facts.Where(fact => fact.Kind == kind).Min(At);
    }

    /// <summary>Declining in time takes the deadline away; declining afterwards does not.</summary>
    private static RoundFact? Standing(List<RoundFact> facts)
    {
        var dated = facts.Where(fact => fact.Due is not null).ToList();
        // The others repeat the deadline: they say it where the fact that set it has not arrived.
        var standing = dated.Where(fact => fact.Kind is RoundFactKind.Routed or RoundFactKind.DeadlineExtended).MaxBy(fact => fact.Version)
            ?? dated.MaxBy(fact => fact.Version);
        var declined = facts.Exists(fact =>
            fact.Kind is RoundFactKind.RoutingDeclined && fact.Version > standing?.Version && fact.At <= standing.Due);
        return declined ? null : standing;
    }

    /// <summary>
    /// The first report of the unit that has the case, whatever was judged about it. Old ledgers tell no reports: what was rejected or
    /// struck off had been reported by then.
    /// </summary>
    private static DateTimeOffset? Handled(List<RoundFact> facts, DateTimeOffset? struckOff)
    {
        var assigned = facts.Where(fact => fact.Kind is RoundFactKind.Routed or RoundFactKind.RoutingDeclined).Max(At);
        return facts.Where(fact => fact.Kind is RoundFactKind.Reported or RoundFactKind.Rejected or RoundFactKind.StruckOff)
            .Where(fact => fact.At == struckOff || !(fact.At < assigned)).Min(At);
    }

    private static DateTimeOffset? At(RoundFact fact) => fact.At;
}
