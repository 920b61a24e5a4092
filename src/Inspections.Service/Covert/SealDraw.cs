using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Covert;

/// <summary>Commits to a lot; the lot itself is kept beside the stream until it is revealed.</summary>
internal sealed record SealDraw(IReadOnlyList<string> Pool, Lot Lot, DateTimeOffset Until, DateTimeOffset Now)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public Decision Decide(Draw draw)
    {
        if (draw.Seal is not null) return Decision.Nothing;
        if (Until <= Now) return DrawRules.SealTooShort;
        return Until - Now > Longest
            ? DrawRules.SealTooLong
            : Decision.Of(new DrawSealed(Pool, Lot.Targets.Count, Lot.Commitment, Until, Now));
    }
}

internal static class SealDrawEndpoint
{
    public static void Map(RouteGroupBuilder draws) => draws
        .MapPost("/", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("抽取暗访对象并封存").Produces<SealedDraw>(StatusCodes.Status201Created)
        .WithExample(
            """
            { "pool": { "category": "居委会" }, "count": 3, "until": "2024-07-20T17:30:00+08:00" }
            """);

    private static async Task<IResult> Handle(
        string street, NewDraw body, Commands commands, DrawPools pools, IEventStore store, HttpContext http)
    {
        var (pool, unfit) = await pools.Of(street, body.Pool, ChinaTime.DateOf(commands.Now), commands.Cancellation);
        if (unfit is not null) return Problems.Of(unfit);
        if (pool.Count < body.Count) return Problems.Of(DrawRules.PoolTooSmall);

        var stream = Draw.Stream(street, commands.NewId());
        var lot = Lot.Draw(pool, body.Count);
        var (events, refusal) = new SealDraw(pool, lot, body.Until, commands.Now).Decide(Draw.Initial);
        if (refusal is not null) return Problems.Of(refusal);
        try
        {
            await store.Append(
                [StreamAppend.To<Draw>(stream, 0, events.Select(NewEvent.Of))], commands.Metadata, commands.Cancellation,
                DrawSecrets.Keeping(stream, lot));
        }
        catch (StreamVersionConflictException)
        {
            // The same request came before: what was drawn then stands.
        }
        var (draw, version) = await store.Load<Draw>(stream, commands.Cancellation);
        ETags.Write(http, version);
        return TypedResults.Created(
            $"/api/streets/{street}/draws/{stream.Id}", new SealedDraw(stream.Id, version, draw.Seal!.Commitment, draw.Seal.Until));
    }
}

internal sealed record SealedDraw(Guid Id, long Version, string Commitment, DateTimeOffset Until);

/// <param name="Count">How many are drawn.</param>
/// <param name="Until">Until when the targets are secret.</param>
internal sealed record NewDraw(DrawPool Pool, int Count, DateTimeOffset Until)
{
    internal sealed class Validator : AbstractValidator<NewDraw>
    {
        public Validator()
        {
            RuleFor(x => x.Pool).NotNull();
            RuleFor(x => x.Pool.Category).MaximumLength(50).When(x => x.Pool is not null);
            RuleFor(x => x.Pool.Units).AtMost(DrawPools.MaxUnits).When(x => x.Pool is not null);
            RuleFor(x => x.Pool).Must(pool => pool.Category is null != (pool.Units is not { Count: > 0 })).When(x => x.Pool is not null)
                .WithErrorCode(DrawRules.PoolMissing.Rule).WithMessage(DrawRules.PoolMissing.Detail);
            RuleForEach(x => x.Pool.Units).NotEmpty().MaximumLength(50).When(x => x.Pool is not null);
            RuleFor(x => x.Count).InclusiveBetween(1, DrawPools.MaxUnits);
        }
    }
}
