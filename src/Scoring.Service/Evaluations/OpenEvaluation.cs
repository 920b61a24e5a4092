using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Evaluations;

/// <summary>Opens a round, or changes it as long as nobody has voted.</summary>
internal sealed record OpenEvaluation(
    HalfYear Half, IReadOnlyList<string> Holders, IReadOnlyList<EvaluatedSubject> Subjects, int DropHighest, int DropLowest,
    DateTimeOffset Now, int Quorum = Evaluation.DefaultQuorum)
{
    public Decision Decide(Evaluation evaluation)
    {
        if (evaluation.Opened is { } opened && IsSame(opened)) return Decision.Nothing;
        if (evaluation.Closed) return EvaluationRules.Closed;
        if (evaluation.Ballots > 0) return EvaluationRules.BallotsCast;
        return Subjects.Count == 0
            ? EvaluationRules.NobodyToEvaluate
            : Decision.Of(new EvaluationOpened(Half.ToString(), Holders, [.. Kept], DropHighest, DropLowest, Now, Other));
    }

    private int? Other => Quorum == Evaluation.DefaultQuorum ? null : Quorum;

    private IEnumerable<Stored.EvaluatedSubject> Kept => Subjects.Select(Stored.EvaluatedSubject.Of);

    private bool IsSame(EvaluationOpened opened) =>
        opened.Holders.SequenceEqual(Holders, StringComparer.Ordinal) && opened.Subjects.SequenceEqual(Kept)
        && (opened.DropHighest, opened.DropLowest, opened.Quorum) == (DropHighest, DropLowest, Other);
}

internal static class OpenEvaluationEndpoint
{
    public static void Map(RouteGroupBuilder evaluations) => evaluations
        .MapPut("/{half}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("开始综合评议").Produces<VersionedResult>()
        .WithExample("""{ "holders": ["P01", "P02", "P03"], "categories": ["居委会"], "dropHighest": 0, "dropLowest": 0, "quorum": 3 }""");

    private static async Task<IResult> Handle(string street, string half, NewEvaluation body, Commands commands, SubjectList subjects)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var evaluated = (await subjects.All(street, commands.Cancellation))
            .Where(s => body.Categories.Contains(s.Category, StringComparer.Ordinal) && asked.Months.Any(s.TakesPartIn))
            .Select(s => new EvaluatedSubject(s.Code, s.Name, s.Category));
        var command = new OpenEvaluation(
            asked, [.. body.Holders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [.. evaluated], body.DropHighest,
            body.DropLowest,
            commands.Now, body.Quorum);
        return await commands.Run(Evaluation.Stream(street, asked), command.Decide);
    }
}

/// <param name="Holders">Account ids of the leading group.</param>
/// <param name="Categories">Of those who are evaluated; the source evaluates only 居委会.</param>
/// <param name="Quorum">So many ballots there must be before anything is counted and a mean shown; at least 3.</param>
internal sealed record NewEvaluation(
    IReadOnlyList<string> Holders, IReadOnlyList<string> Categories, int DropHighest = 0, int DropLowest = 0,
    int Quorum = Evaluation.DefaultQuorum)
{
    internal sealed class Validator : AbstractValidator<NewEvaluation>
    {
        private const int MostHolders = 500;
        private const int MostCategories = 50;
        private const int MostDropped = 10;
        private const int LongestName = 100;

        public Validator()
        {
            RuleFor(x => x.Holders).NotEmpty();
            RuleFor(x => x.Holders).AtMost(MostHolders);
            RuleForEach(x => x.Holders).NotEmpty().MaximumLength(LongestName);
            RuleFor(x => x.Categories).NotEmpty();
            RuleFor(x => x.Categories).AtMost(MostCategories);
            RuleForEach(x => x.Categories).NotEmpty().MaximumLength(LongestName);
            RuleFor(x => x.DropHighest).InclusiveBetween(0, MostDropped);
            RuleFor(x => x.DropLowest).InclusiveBetween(0, MostDropped);
            RuleFor(x => x.Quorum).InclusiveBetween(Evaluation.DefaultQuorum, MostHolders);
            RuleFor(x => x.Holders).Must((round, holders) => holders.Distinct(StringComparer.Ordinal).Count() >= round.Quorum)
                .When(x => x.Holders is { Count: > 0 }).WithErrorCode("too-few-holders")
                .WithMessage("评议人员少于计票所需的最低票数（默认 3 张），评议无法结束。");
        }
    }
}
