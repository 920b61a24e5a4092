using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Appeals;

internal sealed record SetAppealTerm(int Days, DateTimeOffset Now)
{
    public Decision Decide(AppealTerm term) => term.Days == Days ? Decision.Nothing : Decision.Of(new AppealTermSet(Days, Now));
}

internal static class AppealTermEndpoints
{
    public static void Map(RouteGroupBuilder appeals)
    {
        appeals.MapPut("/term", Set).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("设定申诉期限").Produces<VersionedResult>();
        appeals.MapGet("/term", Get).Allow(Enum.GetValues<Role>()).WithSummary("申诉期限").Produces<TermOfAppeal>();
    }

    private static Task<IResult> Set(string street, TermOfAppeal body, Commands commands) =>
        commands.Run(AppealTerm.Stream(street), new SetAppealTerm(body.Days, commands.Now).Decide);

    private static async Task<IResult> Get(string street, IEventStore store, CancellationToken cancellation) =>
        TypedResults.Ok(new TermOfAppeal((await store.Load(AppealTerm.Stream(street), cancellation)).State.Days));
}

/// <param name="Days">Natural days after the bulletin; the last one ends at 24:00.</param>
internal sealed record TermOfAppeal(int Days)
{
    internal sealed class Validator : AbstractValidator<TermOfAppeal>
    {
        private const int Longest = 90;

        public Validator() => RuleFor(x => x.Days).InclusiveBetween(1, Longest);
    }
}
