using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Awards;

/// <summary>
/// 更正奖惩名单: decided anew by the totals as they stand now, after a corrected month, an upheld appeal or a wrong entry.
/// </summary>
/// <param name="Fines">Null: those that were decided.</param>
/// <param name="HeadCounts">Null: those that were entered.</param>
internal sealed record CorrectAwards(
    DecideAwards Anew, string Reason, IReadOnlyList<NewFine>? Fines = null, IReadOnlyList<HeadCount>? HeadCounts = null)
{
    public Decision Decide(AwardsOfHalf awards)
    {
        if (awards.Decided is not { } decided) return AwardRules.NotDecided;
        var (lists, refusal) = (Anew with
        {
            Fines = Fines ?? [.. decided.Fines.Select(NewFine.Of)],
            HeadCounts = HeadCounts ?? decided.HeadCounts,
        }).Lists();
        if (refusal is not null) return refusal;
        if (lists!.SameAs(decided)) return awards.Reason == Reason ? Decision.Nothing : AwardRules.NothingToCorrect;
        return Decision.Of(
            new AwardsCorrected(Anew.Half.ToString(), awards.Corrections + 1, Reason, Stored.AwardLists.Of(lists), Anew.Now));
    }
}

internal static class CorrectAwardsEndpoint
{
    public static void Map(RouteGroupBuilder awards) => awards
        .MapPost("/{half}/corrections", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正奖惩名单").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, string half, CorrectedDecision body, Commands commands, AwardSources sources)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (scheme, totals, links) = await sources.Of(street, asked, commands.Cancellation);
        if (totals is null) return Problems.Of(AwardRules.NoScheme);
        var command = new CorrectAwards(
            new DecideAwards(asked, scheme, totals, links, [], commands.Now), body.Reason, body.Fines, body.HeadCounts);
        return await commands.Run(AwardsOfHalf.Stream(street, asked), command.Decide);
    }
}

/// <param name="Fines">All of them; absent: as decided.</param>
/// <param name="HeadCounts">All of them; absent: as entered.</param>
internal sealed record CorrectedDecision(
    string Reason, IReadOnlyList<NewFine>? Fines = null, IReadOnlyList<HeadCount>? HeadCounts = null)
{
    internal sealed class Validator : AbstractValidator<CorrectedDecision>
    {
        private const int Most = 1000;

        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Fines).AtMost(Most);
            RuleForEach(x => x.Fines).NotNull().SetValidator(new NewDecision.FineValidator());
            RuleFor(x => x.HeadCounts).AtMost(Most);
            RuleForEach(x => x.HeadCounts).NotNull().SetValidator(new HeadCountValidator());
        }
    }
}
