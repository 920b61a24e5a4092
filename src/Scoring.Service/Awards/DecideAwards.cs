using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Totals;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Awards;

/// <summary>评定: the proposal, with the fines the office decides on, becomes the list that is signed.</summary>
internal sealed record DecideAwards(
    HalfYear Half, AwardSchemeSet? Scheme, PeriodTotals Totals, IReadOnlyList<GuarantorLink> Links, IReadOnlyList<NewFine> Fines,
    DateTimeOffset Now, IReadOnlyList<HeadCount>? HeadCounts = null)
{
    public Decision Decide(AwardsOfHalf awards)
    {
        if (awards.Decided is { } decided) return SameEntries(decided) ? Decision.Nothing : AwardRules.Decided;
        var (lists, refusal) = Lists();
        return refusal ?? Decision.Of(new AwardsDecided(Half.ToString(), Stored.AwardLists.Of(lists!), Now));
    }

    /// <summary>What would be decided now, by the totals as they stand.</summary>
    public (AwardLists? Lists, Refusal? Refusal) Lists()
    {
        if (Scheme is null) return (null, AwardRules.NoScheme);
        if (Totals.Provisional) return (null, AwardRules.Provisional);
        var names = Totals.Results.ToDictionary(t => t.Subject, t => t.Name, StringComparer.Ordinal);
        if (!Fines.All(fine => names.ContainsKey(fine.Subject))) return (null, AwardRules.FinedUnknown);
        if (Fines.DistinctBy(fine => fine.Subject, StringComparer.Ordinal).Count() < Fines.Count) return (null, AwardRules.FinedTwice);
        if (Fines.Any(fine => fine.Yuan < Scheme.FineMin || fine.Yuan > Scheme.FineMax)) return (null, AwardRules.FineOutOfRange(Scheme));
        var heads = HeadCounts ?? [];
        if (!heads.All(count => names.ContainsKey(count.Subject))) return (null, AwardRules.CountedUnknown);
        if (heads.DistinctBy(count => count.Subject, StringComparer.Ordinal).Count() < heads.Count) return (null, AwardRules.CountedTwice);
        var fines = Fines.Select(fine => new Fine(fine.Subject, names[fine.Subject], fine.Yuan, fine.Reason)).ToList();
        return (AwardLists.Propose(Scheme, Totals.Results, Links, fines, HeadCounts), null);
    }

    private bool SameEntries(AwardLists decided) =>
        decided.Fines.Select(NewFine.Of).SequenceEqual(Fines) && (decided.HeadCounts ?? []).SequenceEqual(HeadCounts ?? []);
}

internal static class DecideAwardsEndpoint
{
    public static void Map(RouteGroupBuilder awards) => awards
        .MapPost("/{half}/decision", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("评定奖惩").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, string half, NewDecision body, Commands commands, AwardSources sources)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (scheme, totals, links) = await sources.Of(street, asked, commands.Cancellation);
        if (totals is null) return Problems.Of(AwardRules.NoScheme);
        var command = new DecideAwards(asked, scheme, totals, links, body.Fines ?? [], commands.Now, body.HeadCounts);
        return await commands.Run(AwardsOfHalf.Stream(street, asked), command.Decide);
    }
}

/// <param name="HeadCounts">Of units whose award is paid by the head.</param>
internal sealed record NewDecision(IReadOnlyList<NewFine>? Fines = null, IReadOnlyList<HeadCount>? HeadCounts = null)
{
    internal sealed class Validator : AbstractValidator<NewDecision>
    {
        private const int MostFines = 1000;

        public Validator()
        {
            RuleFor(x => x.Fines).AtMost(MostFines);
            RuleForEach(x => x.Fines).NotNull().SetValidator(new FineValidator());
            RuleFor(x => x.HeadCounts).AtMost(MostFines);
            RuleForEach(x => x.HeadCounts).NotNull().SetValidator(new HeadCountValidator());
        }
    }

    internal sealed class FineValidator : AbstractValidator<NewFine>
    {
        public FineValidator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Yuan).GreaterThan(0);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}

internal sealed record NewFine(string Subject, decimal Yuan, string Reason)
{
    public static NewFine Of(Fine fine) => new(fine.Subject, fine.Yuan, fine.Reason);
}

internal sealed class HeadCountValidator : AbstractValidator<HeadCount>
{
    private const int MostHeads = 100_000;

    public HeadCountValidator()
    {
        RuleFor(x => x.Subject).NotEmpty();
        RuleFor(x => x.Leaders).InclusiveBetween(0, MostHeads);
        RuleFor(x => x.Staff).InclusiveBetween(0, MostHeads);
    }
}
