using Campaign.Documents;
using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>What happens to a unit.</summary>
internal interface IUnitEvent;

/// <summary>责任单位 registered, or registered anew with other particulars.</summary>
/// <param name="From">First day in the campaign.</param>
/// <param name="Until">Last day in the campaign; null while it takes part.</param>
/// <param name="Effective">First day on which it is so; null in what was stored before changes were dated: the day of At.</param>
/// <param name="Aliases">Other names that documents use for it; null for none.</param>
/// <param name="Overtaken">Other particulars were known for a later day: for who holds only the newest, nothing changes.</param>
internal sealed record UnitRegistered(
    string Code, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, DateTimeOffset At,
    DateOnly? Effective = null, IReadOnlyList<string>? Aliases = null, bool Overtaken = false)
    : IUnitEvent
{
    [JsonIgnore]
    public DateOnly Since => Effective ?? ChinaTime.DateOf(At);

    public bool SameAs(UnitRegistered other) =>
        Bare() == other.Bare() && (Aliases ?? []).SequenceEqual(other.Aliases ?? [], StringComparer.Ordinal);

    private UnitRegistered Bare() => this with { At = default, Effective = null, Aliases = null, Overtaken = false };
}

internal sealed record Unit : IAggregate<Unit, IUnitEvent>
{
    /// <summary>Category of the units that a plan means by "all communities".</summary>
    public const string CommunityCommittee = "居委会";

    public static Unit Initial { get; } = new();

    public Timeline<UnitRegistered> Particulars { get; init; } = Timeline<UnitRegistered>.Empty;

    public Unit Evolve(IUnitEvent @event) => @event switch
    {
        UnitRegistered e => new() { Particulars = Particulars.From(e.Since, e) },
    };

    public static StreamId<Unit> Stream(string street, string code) => StreamId<Unit>.Named(street, $"unit/{code}");
}

internal sealed record RegisterUnit(
    string Code, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, DateTimeOffset Now,
    DateOnly? Effective = null, IReadOnlyList<string>? Aliases = null)
{
    public Decision Decide(Unit unit)
    {
        var since = EffectiveDay.From(Effective ?? Began(unit), Now);
        var next = new UnitRegistered(
            Code, Name, Category, Community, From, Until, Now, since.Day, Aliases is { Count: > 0 } ? Aliases : null,
            unit.Particulars.IsOvertaken(since.Day));
        return unit.Particulars.Says(since, next.SameAs) ? Decision.Nothing : Decision.Of(next);
    }

    /// <summary>What nobody knew before holds from the first day in the campaign, if that has come; a change from today.</summary>
    private DateOnly? Began(Unit unit) => unit.Particulars.IsEmpty && From < ChinaTime.DateOf(Now) ? From : null;
}

internal static class RegisterUnitEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/units/{code}", Handle).Allow(Audience.Offices).WithSummary("登记责任单位").Produces<Registered>();

    private static async Task<IResult> Handle(string street, string code, UnitEntry body, Commands commands, OrganisationLookup register)
    {
        if (body.Community is { } community && !await register.KnowsCommunity(street, community, commands.Cancellation))
            return Problems.Of(OrganisationRules.CommunityUnknown);
        var command = new RegisterUnit(
            code, body.Name, body.Category, body.Community, body.From, body.Until, commands.Now, body.Effective, body.Aliases);
        return await commands.Run(
            Unit.Stream(street, code),
            (unit, streams) => streams.Named(
                unit, command.Decide(unit.State), NameClaim.Stream(street, "units", body.Name), new(code, commands.Now),
                () => register.UnitLike(street, code, body.Name, body.From, body.Until, commands.Cancellation), "/name"),
            done => new Registered(code, done.Version));
    }
}

/// <param name="Category">考评对象类别 it is ranked in; without one it is not scored.</param>
/// <param name="Community">Code of the community it belongs to.</param>
/// <param name="Effective">First day on which it is so; unless given, what is new begins with From, and a change today.</param>
/// <param name="Aliases">Other names that documents use for it.</param>
internal sealed record UnitEntry(
    string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, DateOnly? Effective, IReadOnlyList<string>? Aliases)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    public IReadOnlyList<string>? Aliases { get; init; } = Aliases is null ? null : [.. Aliases.Select(alias => NameText.Clean(alias)!)];

    internal sealed class Validator : AbstractValidator<UnitEntry>
    {
        private const int MaxAliases = 20;

        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Category).MaximumLength(50).Must(category => category is null || category.Trim().Length > 0)
                .WithErrorCode("category-blank").WithMessage("不参加考评的单位请不填类别。");
            RuleFor(x => x.Until).Must((unit, until) => until is null || until >= unit.From)
                .WithErrorCode("until-before-from").WithMessage("结束日期不能早于开始日期。");
            RuleFor(x => x.Aliases).AtMost(MaxAliases);
            RuleForEach(x => x.Aliases).NotEmpty().IsName().MaximumLength(100);
        }
    }
}
