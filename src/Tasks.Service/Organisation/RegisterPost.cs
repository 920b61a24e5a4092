using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <param name="Holder">Who holds it from the same day on; null leaves the post with whom it is.</param>
internal sealed record RegisterPost(
    string Code, string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string> Fields, IReadOnlyList<string> Communities,
    DateTimeOffset Now, DateOnly? Effective = null)
{
    public Decision Decide(Post post)
    {
        var since = EffectiveDay.From(Effective, Now);
        var next = new PostRegistered(Code, Title, Role, Holder: null, Unit, Fields, Communities, Now, since.Day);
        var events = new List<object>();
        if (!post.Particulars.Says(since, next.SameAs)) events.Add(next);
        if (Holder is not null && !post.Holders.Says(since, tenure => tenure.Holder == Holder))
            events.Add(new PostHandedOver(Code, Holder, since.Day, Reason: null, Now));
        return Decision.Of([.. events]);
    }
}

internal static class RegisterPostEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/posts/{code}", Handle).Allow(Audience.Offices).WithSummary("登记职务").Produces<Registered>();

    private static async Task<IResult> Handle(string street, string code, PostEntry body, Commands commands, OrganisationLookup register)
    {
        if (body.Unit is { } unit && !await register.KnowsUnit(street, unit, commands.Cancellation))
            return Problems.Of(OrganisationRules.UnitUnknown);
        foreach (var (index, community) in (body.Communities ?? []).Index())
        {
            if (!await register.KnowsCommunity(street, community, commands.Cancellation))
                return Problems.Of(OrganisationRules.CommunityUnknown with { Pointer = $"/communities/{index}" });
        }
        var command = new RegisterPost(
            code, body.Title, body.Role, body.Holder, body.Unit, body.Fields ?? [], body.Communities ?? [], commands.Now, body.Effective);
        return await commands.Run(
            Post.Stream(street, code),
            (post, streams) => streams.Named(
                post, command.Decide(post.State), NameClaim.Stream(street, $"posts/{body.Unit}", body.Title), new(code, commands.Now),
                () => register.PostLike(street, code, body.Title, body.Unit, commands.Cancellation), "/title"),
            done => new Registered(code, done.Version));
    }
}

/// <param name="Holder">Account that holds the post from then on; left out, the post stays with whom it is.</param>
/// <param name="Effective">First day on which it is so; today unless said otherwise.</param>
internal sealed record PostEntry(
    string Title, PostRole Role, string? Holder, string? Unit, IReadOnlyList<string>? Fields, IReadOnlyList<string>? Communities,
    DateOnly? Effective)
{
    public string Title { get; init; } = NameText.Clean(Title)!;

    internal sealed class Validator : AbstractValidator<PostEntry>
    {
        private const int MaxEntries = 100;

        public Validator()
        {
            RuleFor(x => x.Title).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Role).IsInEnum();
            RuleFor(x => x.Holder).AccountId();
            RuleForEach(x => x.Fields).NotEmpty().IsName().MaximumLength(100);
            RuleForEach(x => x.Communities).NotEmpty();
            RuleFor(x => x.Fields).AtMost(MaxEntries);
            RuleFor(x => x.Communities).AtMost(MaxEntries);
        }
    }
}
