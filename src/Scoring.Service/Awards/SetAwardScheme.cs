using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Awards;

internal sealed record SetAwardScheme(
    HalfYear Half, IReadOnlyList<AwardLevel> Levels, decimal FineMin, decimal FineMax, string? Note, DateTimeOffset Now)
{
    public Decision Decide(AwardScheme scheme) =>
        scheme.Set is { } set && set.Levels.SequenceEqual(Kept) && (set.FineMin, set.FineMax, set.Note) == (FineMin, FineMax, Note)
            ? Decision.Nothing
            : Decision.Of(new AwardSchemeSet(Half.ToString(), [.. Kept], FineMin, FineMax, Note, Now));

    private IEnumerable<Stored.AwardLevel> Kept => Levels.Select(Stored.AwardLevel.Of);
}

internal static class AwardSchemeEndpoints
{
    public static void Map(RouteGroupBuilder schemes)
    {
        schemes.MapPut("/{half}", Set).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("制定奖惩办法").Produces<VersionedResult>();
        schemes.MapGet("/{half}", Get).Allow(Enum.GetValues<Role>()).WithSummary("奖惩办法").Produces<NewAwardScheme>().WithETag();
    }

    private static async Task<IResult> Set(string street, string half, NewAwardScheme body, Commands commands)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var command = new SetAwardScheme(asked, body.Levels, body.FineMin, body.FineMax, body.Note, commands.Now);
        return await commands.Run(AwardScheme.Stream(street, asked), command.Decide);
    }

    private static async Task<IResult> Get(string street, string half, IEventStore store, HttpContext http)
    {
        if (!HalfYear.TryParse(half, out var asked)) return Problems.Of(HalfYear.Invalid);
        var (scheme, version) = await store.Load(AwardScheme.Stream(street, asked), http.RequestAborted);
        if (scheme.Set is not { } set) return Problems.Of(AwardRules.NoScheme with { Kind = RefusalKind.NotFound });
        ETags.Write(http, version);
        return TypedResults.Ok(
            new NewAwardScheme([.. set.Levels.Select(level => level.ToAwardLevel())], set.FineMin, set.FineMax, set.Note));
    }
}

internal sealed record NewAwardScheme(
    IReadOnlyList<AwardLevel> Levels, decimal FineMin = 5000, decimal FineMax = 10_000, string? Note = null)
{
    internal sealed class Validator : AbstractValidator<NewAwardScheme>
    {
        private const int MostLevels = 50;

        public Validator()
        {
            RuleFor(x => x.Levels).NotEmpty();
            RuleFor(x => x.Levels).AtMost(MostLevels);
            RuleFor(x => x.Levels)
                .Must(all => all is null || all.Where(l => l is not null).DistinctBy(l => (l.Category, l.Level)).Count() == all.Count)
                .WithErrorCode("level-twice").WithMessage("同一类别的同一等次只能规定一次。");
            RuleForEach(x => x.Levels).NotNull().SetValidator(new LevelValidator());
            RuleFor(x => x.FineMin).InclusiveBetween(0, LevelValidator.MostYuan);
            RuleFor(x => x.FineMax).InclusiveBetween(0, LevelValidator.MostYuan).GreaterThanOrEqualTo(x => x.FineMin);
            RuleFor(x => x.Note).MaximumLength(500);
        }
    }

    private sealed class LevelValidator : AbstractValidator<AwardLevel>
    {
        public const decimal MostYuan = 10_000_000;
        private const int MostPlaces = 1000;

        public LevelValidator()
        {
            RuleFor(x => x.Category).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Level).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Places).InclusiveBetween(0, MostPlaces);
            RuleFor(x => x.AtLeast).InclusiveBetween(0, Points.Max);
            RuleFor(x => x.Places).Must((level, places) => places is not null || level.AtLeast is not null)
                .WithErrorCode("level-without-limit").WithMessage("每个等次须规定名额或分数线。");
            RuleFor(x => x.UnitYuan).InclusiveBetween(0, MostYuan);
            RuleFor(x => x.LeaderYuan).InclusiveBetween(0, MostYuan);
            RuleFor(x => x.PersonYuan).InclusiveBetween(0, MostYuan);
        }
    }
}
