using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>责任单位 registered, or registered anew with other particulars.</summary>
/// <param name="From">First day in the campaign.</param>
/// <param name="Until">Last day in the campaign; null while it takes part.</param>
internal sealed record UnitRegistered(
    string Code, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, DateTimeOffset At);

internal sealed record Unit : IAggregate<Unit>
{
    /// <summary>Category of the units that a plan means by "all communities".</summary>
    public const string CommunityCommittee = "居委会";

    public static Unit Initial { get; } = new();

    public UnitRegistered? Particulars { get; init; }

    public Unit Evolve(object @event) => @event is UnitRegistered e ? this with { Particulars = e } : this;

    public static StreamId Stream(string street, string code) => new(street, DeterministicGuid.From(Guid.Empty, $"unit/{code}"));
}

internal sealed record RegisterUnit(string Code, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, DateTimeOffset Now)
{
    public Decision Decide(Unit unit)
    {
        var next = new UnitRegistered(Code, Name, Category, Community, From, Until, Now);
        return unit.Particulars is { } now && now == next with { At = now.At } ? Decision.Nothing : Decision.Of(next);
    }
}

internal static class RegisterUnitEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/units/{code}", Handle).Allow(Audience.Offices).WithSummary("登记责任单位").Produces<Registered>();

    private static async Task<IResult> Handle(string street, string code, UnitEntry body, Commands commands, Register register)
    {
        if (body.Community is { } community && !await register.KnowsCommunity(street, community, commands.Cancellation))
            return Problems.Of(OrganisationRules.CommunityUnknown);
        var command = new RegisterUnit(code, body.Name, body.Category, body.Community, body.From, body.Until, commands.Now);
        return await commands.Run<Unit>(Unit.Stream(street, code), command.Decide, done => new Registered(code, done.Version));
    }
}

/// <param name="Category">考评对象类别 it is ranked in; without one it is not scored.</param>
/// <param name="Community">Code of the community it belongs to.</param>
internal sealed record UnitEntry(string Name, string? Category, string? Community, DateOnly From, DateOnly? Until)
{
    internal sealed class Validator : AbstractValidator<UnitEntry>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Category).MaximumLength(50).Must(category => category is null || category.Trim().Length > 0)
                .WithErrorCode("category-blank").WithMessage("不参加考评的单位请不填类别。");
            RuleFor(x => x.From).NotEmpty();
            RuleFor(x => x.Until).Must((unit, until) => until is null || until >= unit.From)
                .WithErrorCode("until-before-from").WithMessage("结束日期不能早于开始日期。");
        }
    }
}
