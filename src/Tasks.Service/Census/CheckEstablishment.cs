using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Census;

/// <summary>检查: whether an establishment attains, on a day.</summary>
internal sealed record CheckEstablishment(EstablishmentChecked Check)
{
    public Decision Decide(Establishment establishment) => establishment switch
    {
        { Particulars: null } => CensusRules.NotFound,
        { Closed: true } => CensusRules.Closed,
        _ when Check.On > ChinaTime.DateOf(Check.At) => CensusRules.InFuture,
        _ when Check.SameAs(establishment.Checks.GetValueOrDefault(Check.On)) => Decision.Nothing,
        _ => Decision.Of(Check),
    };
}

internal static class CheckEstablishmentEndpoint
{
    private static readonly Role[] Checkers = [Role.Inspector, .. Audience.Offices];

    public static void Map(RouteGroupBuilder establishments) => establishments
        .MapPost("/{code}/checks", Handle).Allow(Checkers).WithSummary("登记检查结果").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, string code, CheckEntry body, Commands commands) => commands.Run(
        Establishment.Stream(street, code),
        new CheckEstablishment(new(code, body.On, body.Attained, body.Problems, body.Evidence ?? [], commands.Now)).Decide);
}

/// <param name="On">Day of the visit.</param>
/// <param name="Attained">达标; null when the visit left it open.</param>
/// <param name="Evidence">SHA-256 of each photo or document, in lower-case hex.</param>
internal sealed record CheckEntry(DateOnly On, bool? Attained, string? Problems, IReadOnlyList<string>? Evidence)
{
    internal sealed class Validator : AbstractValidator<CheckEntry>
    {
        private const int MaxEvidence = 20;

        public Validator()
        {
            RuleFor(x => x.Problems).MaximumLength(500);
            RuleFor(x => x.Evidence).AtMost(MaxEvidence);
            RuleForEach(x => x.Evidence).IsContentId();
        }
    }
}
