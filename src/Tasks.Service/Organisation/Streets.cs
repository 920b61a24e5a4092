using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>What happens to a street.</summary>
internal interface IStreetEvent;

/// <summary>街道 takes part in the campaign, or has another name. The district's stream, not the street's own.</summary>
internal sealed record StreetRegistered(string Code, string Name, DateTimeOffset At) : IStreetEvent;

internal sealed record Street : IAggregate<Street, IStreetEvent>
{
    private const string District = "district";

    public static Street Initial { get; } = new();

    public string Name { get; init; } = "";

    public Street Evolve(IStreetEvent @event) => @event switch
    {
        StreetRegistered e => this with { Name = e.Name },
    };

    public static StreamId<Street> Stream(string code) => StreamId<Street>.Named(District, $"street/{code}");
}

internal sealed record RegisterStreet(string Code, string Name, DateTimeOffset Now)
{
    public Decision Decide(Street street) => street.Name == Name
        ? Decision.Nothing
        : Decision.Of(new StreetRegistered(Code, Name, Now));
}

internal static class RegisterStreetEndpoint
{
    public static void Map(RouteGroupBuilder streets) => streets
        .MapPut("/{street}", Handle).WithSummary("登记街道").Produces<Registered>();

    private static Task<IResult> Handle(string street, StreetEntry body, Commands commands) => Guards.IsStreetCode(street)
        ? commands.Run(
            Street.Stream(street), new RegisterStreet(street, body.Name, commands.Now).Decide, done => new Registered(street, done.Version))
        : Task.FromResult(Problems.Of(OrganisationRules.StreetCodeInvalid));
}

internal sealed record StreetEntry(string Name)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    internal sealed class Validator : AbstractValidator<StreetEntry>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(50);
    }
}

/// <summary>Answer to every entry of the register.</summary>
/// <param name="Version">Unchanged when the entry was the same already; also the ETag.</param>
internal sealed record Registered(string Code, long Version);
