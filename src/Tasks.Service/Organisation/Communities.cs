using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>社区, 村(居)委会 as a place.</summary>
internal sealed record CommunityRegistered(string Code, string Name, DateTimeOffset At);

internal sealed record Community : IAggregate<Community>
{
    public static Community Initial { get; } = new();

    public string Name { get; init; } = "";

    public Community Evolve(object @event) => @event is CommunityRegistered e ? this with { Name = e.Name } : this;

    public static StreamId Stream(string street, string code) => new(street, DeterministicGuid.From(Guid.Empty, $"community/{code}"));
}

internal sealed record RegisterCommunity(string Code, string Name, DateTimeOffset Now)
{
    public Decision Decide(Community community) => community.Name == Name
        ? Decision.Nothing
        : Decision.Of(new CommunityRegistered(Code, Name, Now));
}

internal static class RegisterCommunityEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/communities/{code}", Handle).Allow(Audience.Offices).WithSummary("登记社区").Produces<Registered>();

    private static Task<IResult> Handle(string street, string code, CommunityEntry body, Commands commands) =>
        commands.Run<Community>(
            Community.Stream(street, code), new RegisterCommunity(code, body.Name, commands.Now).Decide, done => new Registered(code, done.Version));
}

internal sealed record CommunityEntry(string Name)
{
    internal sealed class Validator : AbstractValidator<CommunityEntry>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(50);
    }
}
