using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Countdown;

/// <summary>The date of the evaluation is set or moved; the open deadlines that hang on it move with it.</summary>
internal sealed record SetEvaluationDate(DateOnly Date, string Reason, DateTimeOffset Now)
{
    public static readonly Refusal DatePast = new("evaluation-date-past", "迎检日期须不早于今天。", RefusalKind.Invalid, "/date");

    public Decision Decide(EvaluationDate evaluation) => evaluation switch
    {
        _ when evaluation.Date == Date => Decision.Nothing,
        _ when Date < ChinaTime.DateOf(Now) => DatePast,
        _ => Decision.Of(new EvaluationDateSet(Date, Reason, Now)),
    };
}

internal static class SetEvaluationDateEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/evaluation-date", Handle).Allow(Audience.Offices).WithSummary("设定迎检日期").Produces<EvaluationDateMove>();

    private static async Task<IResult> Handle(
        string street, bool? dryRun, NewEvaluationDate body, Commands commands, IEventStore store, DeadlineMover mover)
    {
        var stream = EvaluationDate.Stream(street);
        var command = new SetEvaluationDate(body.Date, body.Reason, commands.Now);
        var (before, version) = await store.Load<EvaluationDate>(stream, commands.Cancellation);
        var moves = await mover.Preview(street, body.Date, commands.Now, commands.Cancellation);
        var answer = new EvaluationDateMove(
            body.Date, before.Date, version, [.. moves.Take(EvaluationDateMove.MaxShown)], moves.Count,
            moves.Count(move => move.Past), Taken: false);
        if (dryRun == true) return command.Decide(before).Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(answer);

        var result = await commands.Run<EvaluationDate>(
            stream, command.Decide, done => answer with { Version = done.Version, Taken = true });
        await mover.Move(street, commands.Metadata, commands.Cancellation);
        return result;
    }
}

/// <summary>What moving the date moves, or would move.</summary>
/// <param name="Moves">The first of them by deadline.</param>
/// <param name="Moved">Number of all of them.</param>
/// <param name="Past">Number of those whose new deadline has passed already.</param>
/// <param name="Taken">False for a preview.</param>
internal sealed record EvaluationDateMove(
    DateOnly Date, DateOnly? Previous, long Version, IReadOnlyList<MovedDeadline> Moves, int Moved, int Past, bool Taken)
{
    public const int MaxShown = 1000;
}

internal sealed record MovedDeadline(Guid AssignmentId, string Title, string Unit, DateTimeOffset From, DateTimeOffset To, bool Past);

internal sealed record NewEvaluationDate(DateOnly Date, string Reason)
{
    internal sealed class Validator : AbstractValidator<NewEvaluationDate>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
