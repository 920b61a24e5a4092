namespace Campaign.Inspections.Findings;

internal static class Proposing
{
    /// <summary>The nearest open finding as duplicate, the nearest one struck off as relapse.</summary>
    public static IEnumerable<object> From(IReadOnlyList<Neighbour> neighbours, DateTimeOffset at)
    {
        if (neighbours.FirstOrDefault(n => n.Kind is ProposalKind.Duplicate) is { } open)
            yield return new DuplicateProposed(open.Id, open.CaseNumber, Rounded(open.Metres), at);
        if (neighbours.FirstOrDefault(n => n.Kind is ProposalKind.Relapse) is { StruckOffAt: { } struckOffAt } done)
            yield return new RelapseProposed(done.Id, done.CaseNumber, Rounded(done.Metres), struckOffAt, at);
    }

    private static double? Rounded(double? metres) => metres is { } m ? Math.Round(m, 2, MidpointRounding.AwayFromZero) : null;
}
