using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Recurrences;

/// <summary>停止 from a day on. What has begun by then is still owed.</summary>
internal sealed record StopSeries(string Code, DateOnly? From, string Reason, Refusal NotFound, DateTimeOffset Now)
{
    public Decision Decide(Series series)
    {
        var today = ChinaTime.DateOf(Now);
        var from = From ?? today;
        if (series.Latest is not { } latest) return NotFound;
        if (latest.Schedule is null && latest.Effective <= from) return Decision.Nothing;
        return from < today
            ? RecurrenceRules.StopInThePast
            : Decision.Of(new SeriesStopped(Code, series.Arrangements.Count + 1, from, Reason, Now));
    }
}

internal static class StopSeriesEndpoint
{
    public static void Map(RouteGroupBuilder series, AssignmentKind kind, Refusal notFound) => series
        .MapPost(
            "/{code}/stop",
            (string street, string code, StopRequest body, Commands commands) => commands.Run(
                Series.Stream(street, kind, code), new StopSeries(code, body.From, body.Reason, notFound, commands.Now).Decide))
        .Allow(Audience.Offices).WithName($"Stop{kind}Series").WithSummary("停止").Produces<VersionedResult>();
}

/// <param name="From">First day without it; today when left out.</param>
internal sealed record StopRequest(DateOnly? From, string Reason)
{
    internal sealed class Validator : AbstractValidator<StopRequest>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
