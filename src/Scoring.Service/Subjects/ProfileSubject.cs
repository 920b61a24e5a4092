using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Subjects;

/// <summary>The events of a subject's profile.</summary>
internal interface IProfileEvent;

/// <summary>考评对象概况 from a month on: what policies normalise by and set quotas for.</summary>
/// <param name="From">First month; <see cref="ProfileState.Always"/> where it holds for all that is not said otherwise.</param>
internal sealed record SubjectProfiled(string Subject, string From, decimal? AreaKm2, long? Population, string? Class, DateTimeOffset At)
    : IProfileEvent;

internal sealed record ProfileState : IAggregate<ProfileState, IProfileEvent>
{
    /// <summary>The first month there is.</summary>
    public const string Always = "2000-01";

    public static ProfileState Initial { get; } = new();

    public ImmutableDictionary<string, SubjectProfiled> ByMonth { get; init; } =
        ImmutableDictionary.Create<string, SubjectProfiled>(StringComparer.Ordinal);

    public ProfileState Evolve(IProfileEvent @event) => @event switch
    {
        SubjectProfiled e => this with { ByMonth = ByMonth.SetItem(e.From, e) },
    };

    public static StreamId<ProfileState> Stream(string street, string subject) =>
        StreamId<ProfileState>.Named(street, $"profile/{subject}");
}

internal sealed record ProfileSubject(string Subject, string From, SubjectProfile Profile, DateTimeOffset Now)
{
    public Decision Decide(ProfileState state)
    {
        var profiled = new SubjectProfiled(Subject, From, Profile.AreaKm2, Profile.Population, Profile.Class, Now);
        return state.ByMonth.TryGetValue(From, out var known) && known == profiled with { At = known.At }
            ? Decision.Nothing
            : Decision.Of(profiled);
    }
}

internal static class ProfileSubjectEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/subjects/{code}/profile", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithTags("Subjects").WithName("SetSubjectProfile").WithSummary("登记考评对象概况").Produces<VersionedResult>();

    private static async Task<IResult> Handle(string street, string code, NewProfile body, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, code, commands.Cancellation))
            return Problems.Of(SubjectList.Unknown with { Kind = RefusalKind.NotFound, Pointer = null });
        var profile = new SubjectProfile(body.AreaKm2, body.Population, body.Class);
        return await commands.Run(
            ProfileState.Stream(street, code), new ProfileSubject(code, body.From ?? ProfileState.Always, profile, commands.Now).Decide);
    }
}

/// <param name="From">The month from which it holds, <c>yyyy-MM</c>; absent: as long as nothing else is said.</param>
internal sealed record NewProfile(decimal? AreaKm2, long? Population, string? Class, string? From = null)
{
    internal sealed class Validator : AbstractValidator<NewProfile>
    {
        private const decimal MaxAreaKm2 = 100_000;
        private const long MaxPopulation = 100_000_000;

        public Validator()
        {
            RuleFor(x => x.AreaKm2).GreaterThan(0).LessThanOrEqualTo(MaxAreaKm2).PrecisionScale(10, 4, ignoreTrailingZeros: true);
            RuleFor(x => x.Population).GreaterThan(0).LessThanOrEqualTo(MaxPopulation);
            RuleFor(x => x.Class).Length(1, 50);
            RuleFor(x => x.From).IsMonth().When(x => x.From is not null);
        }
    }
}
