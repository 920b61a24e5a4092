using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Evaluations;

/// <summary>计票: the order of the ballots changes nothing.</summary>
internal sealed record CloseEvaluation(HalfYear Half, IReadOnlyList<Ballot> Ballots, DateTimeOffset Now)
{
    public Decision Decide(Evaluation evaluation)
    {
        if (evaluation.Opened is not { } opened) return EvaluationRules.NotOpened;
        if (evaluation.Closed) return Decision.Nothing;
        if (Ballots.Count <= opened.DropHighest + opened.DropLowest) return EvaluationRules.TooFewBallots;
        var quorum = opened.Quorum ?? Evaluation.DefaultQuorum;
        if (Ballots.Count < quorum) return EvaluationRules.BelowQuorum(Ballots.Count, quorum);
        return Decision.Of(
            new EvaluationClosed(Half.ToString(), Ballots.Count, [.. opened.Subjects.Select(s => Result(s.Subject, opened))], Now));
    }

    private Stored.EvaluationResult Result(string subject, EvaluationOpened rules)
    {
        var scores = Ballots.Select(ballot => ballot.Scores[subject]).Order().ToList();
        var counting = scores[rules.DropLowest..^rules.DropHighest];
        return new(subject, counting, [.. scores[..rules.DropLowest], .. scores[^rules.DropHighest..]], Points.Round(counting.Average()));
    }
}

internal static class CloseEvaluationEndpoint
{
    public static void Map(RouteGroupBuilder evaluations) => evaluations
        .MapPost("/{half}/closing", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("结束综合评议").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, string half, NoContent body, Commands commands, BallotBox box)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        // The ballots are read after the evaluation: one that comes later moves it, and all is counted anew.
        return await commands.Run(Evaluation.Stream(street, asked), async (evaluation, _) =>
        {
            var command = new CloseEvaluation(asked, await box.All(street, asked, commands.Cancellation), commands.Now);
            return evaluation.Gets(command.Decide(evaluation.State)).Along(BallotBox.Empty(street, asked));
        });
    }
}
