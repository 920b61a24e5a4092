using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Months;

/// <summary>封账: the month as it stands now is pinned.</summary>
/// <param name="Through">Number of the last event that <paramref name="Scoring"/> knew.</param>
/// <param name="OpenPoints">What the check list still shows.</param>
/// <param name="ForcedBecause">强制封账, with its reason.</param>
internal sealed record CloseMonth(
    Month Month, string PolicyFrom, Policy Policy, MonthScoring Scoring, DateTimeOffset Now, long? Through = null,
    IReadOnlyList<OpenPoint>? OpenPoints = null, string? ForcedBecause = null)
{
    public Decision Decide(MonthState state)
    {
        if (state.Status is not MonthStatus.Open) return Decision.Nothing;
        if (!Month.IsOverAt(Now)) return MonthRules.NotOver;
        if (OpenPoints is not { Count: > 0 } open) return Decision.Of(Closed(null));
        return ForcedBecause is { } reason
            ? Decision.Of(Closed(new(reason, [.. open.Select(point => point.Text)])))
            : MonthRules.OpenPoints;
    }

    private MonthClosed Closed(ForcedClosing? forced) => new(
        Month.ToString(), PolicyFrom, Policies.Stored.Policy.Of(Policy), Scoring.MissingWeeks,
        Stored.MonthCounts.Of(Scoring.Counts), Now, Through,
        forced, Scoring.Figures is { } figures ? Stored.PinnedFigures.Of(figures) : null);
}

internal static class CloseMonthEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/closing", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("封账").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, string month, Closing body, Commands commands, MonthClosing closing)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        var closed = await closing.Close(
            street, asked, body.Force ? body.Reason : null, commands.Now, commands.Options, commands.Cancellation);
        return commands.Answer(MonthState.Stream(street, asked), closed);
    }
}

/// <param name="Force">强制封账, although the check list shows open points.</param>
internal sealed record Closing(bool Force = false, string? Reason = null)
{
    internal sealed class Validator : AbstractValidator<Closing>
    {
        public Validator()
        {
            RuleFor(x => x.Reason).NotEmpty().When(x => x.Force);
            RuleFor(x => x.Reason).MaximumLength(500);
        }
    }
}
