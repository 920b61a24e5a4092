using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Census;

internal sealed record RegisterEstablishment(EstablishmentRegistered Particulars)
{
    public Decision Decide(Establishment establishment) =>
        Particulars.SameAs(establishment.Particulars) ? Decision.Nothing : Decision.Of(Particulars);
}

internal static class RegisterEstablishmentEndpoint
{
    public static void Map(RouteGroupBuilder establishments) => establishments
        .MapPut("/{code}", Handle).Allow(Audience.Offices).WithSummary("登记五小行业单位").Produces<Registered>();

    private static async Task<IResult> Handle(
        string street, string code, EstablishmentEntry body, Commands commands, OrganisationLookup register, CensusRegister census)
    {
        if ((await census.Trades(street, commands.Cancellation)).All(trade => trade.Name != body.Trade))
            return Problems.Of(CensusRules.TradeUnknown);
        if (!await register.KnowsCommunity(street, body.Community, commands.Cancellation))
            return Problems.Of(OrganisationRules.CommunityUnknown);
        var particulars = new EstablishmentRegistered(
            code, body.Name, body.Trade, body.Community, body.Address, body.Licence ?? Licence.Unknown,
            body.HealthCertificates, commands.Now);
        return await commands.Run(
            Establishment.Stream(street, code), new RegisterEstablishment(particulars).Decide, done => new Registered(code, done.Version));
    }
}

/// <param name="Name">As on its sign; no person's name or telephone belongs here.</param>
/// <param name="HealthCertificates">How many people working there hold a valid one.</param>
internal sealed record EstablishmentEntry(
    string Name, string Trade, string Community, string? Address, Licence? Licence, int? HealthCertificates)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    public const int MaxName = 100;
    public const int MaxAddress = 200;

    internal sealed class Validator : AbstractValidator<EstablishmentEntry>
    {
        private const int MostPeople = 100_000;

        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(MaxName);
            RuleFor(x => x.Trade).NotEmpty();
            RuleFor(x => x.Community).NotEmpty();
            RuleFor(x => x.Address).MaximumLength(MaxAddress);
            RuleFor(x => x.Licence).IsInEnum();
            RuleFor(x => x.HealthCertificates).InclusiveBetween(0, MostPeople);
        }
    }
}
