using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Organisation;

/// <summary>交接, from any day on, in any order; who held the post before stays on record.</summary>
/// <param name="Holder">Null: the post falls vacant.</param>
internal sealed record HandOverPost(string Code, string? Holder, string? Reason, DateTimeOffset Now, DateOnly? Effective = null)
{
    public Decision Decide(Post post)
    {
        var since = EffectiveDay.From(Effective, Now);
        return post switch
        {
            { Particulars.IsEmpty: true } => OrganisationRules.PostNotFound,
            _ when post.Holders.Says(since, tenure => tenure.Holder == Holder) => Decision.Nothing,
            _ => Decision.Of(new PostHandedOver(Code, Holder, since.Day, Reason, Now)),
        };
    }
}

internal static class HandOverPostEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPost("/posts/{code}/hand-over", Handle).Allow(Audience.Offices).WithSummary("职务交接").Produces<Registered>();

    private static Task<IResult> Handle(string street, string code, HandOver body, Commands commands) => commands.Run(
        Post.Stream(street, code), new HandOverPost(code, body.Holder, body.Reason, commands.Now, body.Effective).Decide,
        done => new Registered(code, done.Version));
}

/// <param name="Holder">Account that takes the post over; left out, the post falls vacant.</param>
/// <param name="Effective">First day of the new holder; today unless said otherwise.</param>
internal sealed record HandOver(string? Holder, DateOnly? Effective, string? Reason)
{
    internal sealed class Validator : AbstractValidator<HandOver>
    {
        public Validator()
        {
            RuleFor(x => x.Holder).AccountId();
            RuleFor(x => x.Reason).MaximumLength(500);
        }
    }
}

internal static class HolderRules
{
    /// <summary>Ids have no Chinese characters and no blanks; names of people do, and do not belong here.</summary>
    public static IRuleBuilderOptions<T, string?> AccountId<T>(this IRuleBuilder<T, string?> holder) => holder
        .Matches("^[A-Za-z0-9._:@-]{1,100}$").WithErrorCode("holder-not-an-account").WithMessage("任职人填账号编号，不填姓名。");
}
