using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Bulletins;

internal sealed record SetLetterhead(Letterhead Letterhead, DateTimeOffset Now)
{
    public Decision Decide(LetterheadState state) =>
        state.Letterhead == Letterhead ? Decision.Nothing : Decision.Of(new LetterheadSet(Stored.Letterhead.Of(Letterhead), Now));
}

internal static class LetterheadEndpoints
{
    public static void Map(RouteGroupBuilder letterhead)
    {
        letterhead.MapPut("/", Set)
            .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("设置通报文头").Produces<VersionedResult>();
        letterhead.MapGet("/", Get).Allow(Enum.GetValues<Role>()).WithSummary("通报文头").Produces<Letterhead>().WithETag();
    }

    private static Task<IResult> Set(string street, NewLetterhead body, Commands commands) =>
        commands.Run(
            LetterheadState.Stream(street),
            new SetLetterhead(new(body.Issuer, body.NumberPrefix, body.Addressee, body.Signature), commands.Now).Decide);

    private static async Task<IResult> Get(string street, BulletinSources sources, HttpContext http)
    {
        var (letterhead, version) = await sources.Letterhead(street, http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(letterhead);
    }
}

internal sealed record NewLetterhead(string Issuer, string NumberPrefix, string Addressee, string Signature)
{
    internal sealed class Validator : AbstractValidator<NewLetterhead>
    {
        public Validator()
        {
            RuleFor(x => x.Issuer).NotEmpty().MaximumLength(60);
            RuleFor(x => x.NumberPrefix).NotEmpty().MaximumLength(30);
            RuleFor(x => x.Addressee).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Signature).NotEmpty().MaximumLength(60);
        }
    }
}
