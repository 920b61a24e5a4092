using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>职务 registered, or registered anew with other particulars. Names a post, never a person.</summary>
/// <param name="Holder">Account that holds the post now.</param>
/// <param name="Fields">Fields of work that a guarantor leader answers for.</param>
/// <param name="Communities">Communities that the holder answers for (双包保).</param>
internal sealed record PostRegistered(
    string Code, string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string> Fields, IReadOnlyList<string> Communities,
    DateTimeOffset At)
{
    public bool SameAs(PostRegistered other) =>
        this with { Fields = [], Communities = [], At = default } == other with { Fields = [], Communities = [], At = default }
        && Fields.SequenceEqual(other.Fields, StringComparer.Ordinal) && Communities.SequenceEqual(other.Communities, StringComparer.Ordinal);
}

internal enum PostRole { LeadingGroupHead, DeputyHead, Member, Guarantor, AreaOfficer, Guide }

internal sealed record Post : IAggregate<Post>
{
    public static Post Initial { get; } = new();

    public PostRegistered? Particulars { get; init; }

    public Post Evolve(object @event) => @event is PostRegistered e ? this with { Particulars = e } : this;

    public static StreamId Stream(string street, string code) => new(street, DeterministicGuid.From(Guid.Empty, $"post/{code}"));
}

internal sealed record RegisterPost(
    string Code, string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string> Fields, IReadOnlyList<string> Communities,
    DateTimeOffset Now)
{
    public Decision Decide(Post post)
    {
        var next = new PostRegistered(Code, Title, Role, Holder, Unit, Fields, Communities, Now);
        return post.Particulars is { } now && next.SameAs(now) ? Decision.Nothing : Decision.Of(next);
    }
}

internal static class RegisterPostEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/posts/{code}", Handle).Allow(Audience.Offices).WithSummary("登记职务").Produces<Registered>();

    private static async Task<IResult> Handle(string street, string code, PostEntry body, Commands commands, Register register)
    {
        if (body.Unit is { } unit && !await register.KnowsUnit(street, unit, commands.Cancellation))
            return Problems.Of(OrganisationRules.UnitUnknown);
        foreach (var (index, community) in (body.Communities ?? []).Index())
        {
            if (!await register.KnowsCommunity(street, community, commands.Cancellation))
                return Problems.Of(OrganisationRules.CommunityUnknown with { Pointer = $"/communities/{index}" });
        }
        var command = new RegisterPost(
            code, body.Title, body.Role, body.Holder, body.Unit, body.Fields ?? [], body.Communities ?? [], commands.Now);
        return await commands.Run<Post>(Post.Stream(street, code), command.Decide, done => new Registered(code, done.Version));
    }
}

internal sealed record PostEntry(
    string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string>? Fields, IReadOnlyList<string>? Communities)
{
    internal sealed class Validator : AbstractValidator<PostEntry>
    {
        private const int MaxEntries = 100;

        public Validator()
        {
            RuleFor(x => x.Title).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Role).IsInEnum();
            RuleFor(x => x.Holder).MaximumLength(100);
            RuleForEach(x => x.Fields).NotEmpty().MaximumLength(100);
            RuleForEach(x => x.Communities).NotEmpty();
            RuleFor(x => x.Fields).AtMost(MaxEntries);
            RuleFor(x => x.Communities).AtMost(MaxEntries);
        }
    }
}
