using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Months;

internal sealed record ClosingDayState : IAggregate<ClosingDayState, IClosingDayEvent>
{
    public static ClosingDayState Initial { get; } = new();

    public int? Day { get; init; }

    public ClosingDayState Evolve(IClosingDayEvent @event) => @event switch
    {
        ClosingDaySet e => this with { Day = e.Day },
    };

    public static StreamId<ClosingDayState> Stream(string street) => StreamId<ClosingDayState>.Named(street, "closing-day");
}

/// <summary>封账日: on this day a month that is over closes by itself, the one just over at the time of setting being the first.</summary>
internal sealed record SetClosingDay(int? Day, DateTimeOffset Now)
{
    public Decision Decide(ClosingDayState state) => state.Day == Day
        ? Decision.Nothing
        : Decision.Of(new ClosingDaySet(Day, Month.Of(ChinaTime.DateOf(Now)).Previous.ToString(), Now));
}

internal static class ClosingDayEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        street.MapPut("/closing-day", Set).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithTags("Months").WithSummary("设定封账日").Produces<VersionedResult>();
        street.MapGet("/closing-day", Get).Allow(Enum.GetValues<Role>()).WithTags("Months").WithSummary("封账日").Produces<ClosingDay>();
    }

    private static Task<IResult> Set(string street, NewClosingDay body, Commands commands) =>
        commands.Run(ClosingDayState.Stream(street), new SetClosingDay(body.Day, commands.Now).Decide);

    private static async Task<IResult> Get(string street, ClosingDays days, CancellationToken cancellation) =>
        TypedResults.Ok(await days.Of(street, cancellation) ?? new ClosingDay(null, ""));
}

/// <param name="Day">Of the following month, 1–28; null: closed by hand only.</param>
internal sealed record NewClosingDay(int? Day)
{
    internal sealed class Validator : AbstractValidator<NewClosingDay>
    {
        private const int LastDayOfEveryMonth = 28;

        public Validator() => RuleFor(x => x.Day).InclusiveBetween(1, LastDayOfEveryMonth);
    }
}
