using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Census;

internal sealed record CloseEstablishment(string Code, DateOnly On, string? Reason, DateTimeOffset Now)
{
    public Decision Decide(Establishment establishment) => establishment switch
    {
        { Particulars: null } => CensusRules.NotFound,
        { Closed: true } => Decision.Nothing,
        _ when On > ChinaTime.DateOf(Now) => CensusRules.InFuture,
        _ => Decision.Of(new EstablishmentClosed(Code, On, Reason, Now)),
    };
}

internal sealed record ReopenEstablishment(string Code, DateOnly On, DateTimeOffset Now)
{
    public Decision Decide(Establishment establishment) => establishment switch
    {
        { Particulars: null } => CensusRules.NotFound,
        { Closed: false } => Decision.Nothing,
        _ when On > ChinaTime.DateOf(Now) => CensusRules.InFuture,
        _ => Decision.Of(new EstablishmentReopened(Code, On, Now)),
    };
}

internal static class CloseEstablishmentEndpoints
{
    public static void Map(RouteGroupBuilder establishments)
    {
        establishments.MapPost("/{code}/closing", Close).Allow(Audience.Offices).WithSummary("登记停业").Produces<VersionedResult>();
        establishments.MapPost("/{code}/reopening", Reopen).Allow(Audience.Offices)
            .WithName("ReopenEstablishment").WithSummary("登记恢复营业").Produces<VersionedResult>();
    }

    private static Task<IResult> Close(string street, string code, ClosingEntry body, Commands commands) =>
        commands.Run(
            Establishment.Stream(street, code), new CloseEstablishment(code, body.On, body.Reason, commands.Now).Decide);

    private static Task<IResult> Reopen(string street, string code, ReopeningEntry body, Commands commands) =>
        commands.Run(Establishment.Stream(street, code), new ReopenEstablishment(code, body.On, commands.Now).Decide);
}

internal sealed record ClosingEntry(DateOnly On, string? Reason)
{
    internal sealed class Validator : AbstractValidator<ClosingEntry>
    {
        public Validator() => RuleFor(x => x.Reason).MaximumLength(200);
    }
}

internal sealed record ReopeningEntry(DateOnly On);
