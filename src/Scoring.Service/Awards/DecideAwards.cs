using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Totals;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Awards;

/// <summary>评定: the proposal, with the fines the office decides on, becomes the list that is signed.</summary>
internal sealed record DecideAwards(
    HalfYear Half, AwardSchemeSet? Scheme, PeriodTotals Totals, IReadOnlyList<GuarantorLink> Links, IReadOnlyList<NewFine> Fines,
    DateTimeOffset Now)
{
    public Decision Decide(AwardsOfHalf awards)
    {
        if (awards.Decided is { } decided) return SameFines(decided.Fines) ? Decision.Nothing : AwardRules.Decided;
        if (Scheme is null) return AwardRules.NoScheme;
        if (Totals.Provisional) return AwardRules.Provisional;
        var names = Totals.Results.ToDictionary(t => t.Subject, t => t.Name, StringComparer.Ordinal);
        if (!Fines.All(fine => names.ContainsKey(fine.Subject))) return AwardRules.FinedUnknown;
        if (Fines.DistinctBy(fine => fine.Subject, StringComparer.Ordinal).Count() < Fines.Count) return AwardRules.FinedTwice;
        if (Fines.Any(fine => fine.Yuan < Scheme.FineMin || fine.Yuan > Scheme.FineMax)) return AwardRules.FineOutOfRange(Scheme);
        var fines = Fines.Select(fine => new Fine(fine.Subject, names[fine.Subject], fine.Yuan, fine.Reason)).ToList();
        var lists = AwardLists.Propose(Scheme, Totals.Results, Links, fines);
        return Decision.Of(new AwardsDecided(Half.ToString(), Stored.AwardLists.Of(lists), Now));
    }

    private bool SameFines(IReadOnlyList<Fine> decided) =>
        decided.Select(f => new NewFine(f.Subject, f.Yuan, f.Reason)).SequenceEqual(Fines);
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
        var command = new DecideAwards(asked, scheme, totals, links, body.Fines ?? [], commands.Now);
        return await commands.Run(AwardsOfHalf.Stream(street, asked), command.Decide);
    }
}

internal sealed record NewDecision(IReadOnlyList<NewFine>? Fines = null)
{
    internal sealed class Validator : AbstractValidator<NewDecision>
    {
        private const int MostFines = 1000;

        public Validator()
        {
            RuleFor(x => x.Fines).AtMost(MostFines);
            RuleForEach(x => x.Fines).NotNull().SetValidator(new FineValidator());
        }
    }

    private sealed class FineValidator : AbstractValidator<NewFine>
    {
        public FineValidator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Yuan).GreaterThan(0);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}

internal sealed record NewFine(string Subject, decimal Yuan, string Reason);
