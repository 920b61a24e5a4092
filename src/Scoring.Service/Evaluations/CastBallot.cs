using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Evaluations;

/// <summary>投票; again until the closing, the last one counts.</summary>
/// <param name="Former">The same holder's ballot in the box; null when there is none.</param>
internal sealed record CastBallot(HalfYear Half, string Holder, Ballot Ballot, Ballot? Former, DateTimeOffset Now)
{
    public Decision Decide(Evaluation evaluation)
    {
        if (evaluation.Opened is not { } opened) return EvaluationRules.NotOpened;
        if (!opened.Holders.Contains(Holder, StringComparer.Ordinal)) return EvaluationRules.NotAHolder;
        if (evaluation.Closed) return EvaluationRules.Closed;
        var evaluated = opened.Subjects.Select(s => s.Subject).ToHashSet(StringComparer.Ordinal);
        if (!evaluated.IsSupersetOf(Ballot.Scores.Keys)) return EvaluationRules.NotEvaluated;
        if (Ballot.Scores.Count < evaluated.Count) return EvaluationRules.Incomplete;
        if (Former is not null && Former.SameAs(Ballot)) return Decision.Nothing;
        return Decision.Of(new BallotCast(Half.ToString(), evaluation.Ballots + (Former is null ? 1 : 0), Now));
    }
}

/// <summary>One person's scores by subject, as they lie in the box.</summary>
internal sealed record Ballot(IReadOnlyDictionary<string, decimal> Scores)
{
    public bool SameAs(Ballot other) =>
        Scores.Count == other.Scores.Count
            && Scores.All(score => other.Scores.TryGetValue(score.Key, out var value) && value == score.Value);

    internal sealed class Validator : AbstractValidator<Ballot>
    {
        private const int Precision = 5;
        private const int MostSubjects = 2000;

        public Validator()
        {
            RuleFor(x => x.Scores).NotEmpty();
            RuleFor(x => x.Scores).Must(scores => scores is null || scores.Count <= MostSubjects)
                .WithErrorCode("too-many").WithMessage($"不能超过 {MostSubjects} 项。");
            RuleForEach(x => x.Scores).ChildRules(score => score.RuleFor(s => s.Value).InclusiveBetween(0, Points.Max)
                .PrecisionScale(Precision, 2, ignoreTrailingZeros: true)).When(x => x.Scores is not null);
        }
    }
}

internal static class CastBallotEndpoints
{
    public static void Map(RouteGroupBuilder evaluations)
    {
        evaluations.MapPut("/{half}/ballot", Cast).Allow(Enum.GetValues<Role>()).WithSummary("投票或改票").Produces<VersionedResult>();
        evaluations.MapGet("/{half}/ballot", Mine).Allow(Enum.GetValues<Role>())
            .WithName("GetMyBallot").WithSummary("本人的票").Produces<Ballot>();
    }

    private static async Task<IResult> Cast(
        string street, string half, Ballot body, Caller caller, Commands commands, IEventStore store, BallotBox box)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var stream = Evaluation.Stream(street, asked);
        // Who took part is nobody's business either: the event bears no account, nor an id that derives from one.
        var options = TransactOptions.None with { ExpectedVersion = commands.Options.ExpectedVersion };
        return commands.Answer(stream, await store.Transact<Evaluation>(stream, Put, options, commands.Cancellation));

        async Task<JointDecision> Put(StreamRef<Evaluation> evaluation, StreamLoader _)
        {
            var slip = evaluation.State.Takes(caller.Id) ? await box.SlipOf(street, asked, caller.Id, commands.Cancellation) : default;
            var cast = evaluation.Gets(new CastBallot(asked, caller.Id, body, slip.Ballot, commands.Now).Decide(evaluation.State));
            return cast.Along(BallotBox.Put(street, asked, slip.Voter, body));
        }
    }

    private static async Task<IResult> Mine(
        string street, string half, Caller caller, IEventStore store, BallotBox box, CancellationToken cancellation)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (evaluation, _) = await store.Load(Evaluation.Stream(street, asked), cancellation);
        if (evaluation.Opened is null) return Problems.Of(EvaluationRules.NotFound);
        if (!evaluation.Takes(caller.Id)) return Problems.Of(evaluation.Closed ? EvaluationRules.Closed : EvaluationRules.NotAHolder);
        var slip = await box.SlipOf(street, asked, caller.Id, cancellation);
        return TypedResults.Ok(slip.Ballot ?? new Ballot(new Dictionary<string, decimal>(StringComparer.Ordinal)));
    }
}
