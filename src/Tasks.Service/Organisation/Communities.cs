using Campaign.Documents;
using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>What happens to a community.</summary>
internal interface ICommunityEvent;

/// <summary>社区, 村(居)委会 as a place.</summary>
/// <param name="Effective">First day on which it is so; null in what was stored before changes were dated: the day of At.</param>
/// <param name="Overtaken">Another name was known for a later day: for who holds only the newest, nothing changes.</param>
internal sealed record CommunityRegistered(string Code, string Name, DateTimeOffset At, DateOnly? Effective = null, bool Overtaken = false)
    : ICommunityEvent
{
    [JsonIgnore]
    public DateOnly Since => Effective ?? ChinaTime.DateOf(At);
}

internal sealed record Community : IAggregate<Community, ICommunityEvent>
{
    public static Community Initial { get; } = new();

    public Timeline<CommunityRegistered> Particulars { get; init; } = Timeline<CommunityRegistered>.Empty;

    public Community Evolve(ICommunityEvent @event) => @event switch
    {
        CommunityRegistered e => new() { Particulars = Particulars.From(e.Since, e) },
    };

    public static StreamId<Community> Stream(string street, string code) => StreamId<Community>.Named(street, $"community/{code}");
}

internal sealed record RegisterCommunity(string Code, string Name, DateTimeOffset Now, DateOnly? Effective = null)
{
    public Decision Decide(Community community)
    {
        var since = EffectiveDay.From(Effective, Now);
        return community.Particulars.Says(since, known => known.Name == Name)
            ? Decision.Nothing
            : Decision.Of(new CommunityRegistered(Code, Name, Now, since.Day, community.Particulars.IsOvertaken(since.Day)));
    }
}

internal static class RegisterCommunityEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/communities/{code}", Handle).Allow(Audience.Offices).WithSummary("登记社区").Produces<Registered>();

    private static Task<IResult> Handle(
        string street, string code, CommunityEntry body, Commands commands, OrganisationLookup register)
    {
        var command = new RegisterCommunity(code, body.Name, commands.Now, body.Effective);
        return commands.Run(
            Community.Stream(street, code),
            (community, streams) => streams.Named(
                community, command.Decide(community.State), NameClaim.Stream(street, "communities", body.Name), new(code, commands.Now),
                () => register.CommunityLike(street, code, body.Name, commands.Cancellation), "/name"),
            done => new Registered(code, done.Version));
    }
}

internal sealed record CommunityEntry(string Name, DateOnly? Effective)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    internal sealed class Validator : AbstractValidator<CommunityEntry>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(50);
    }
}
