using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Points;

/// <summary>What happens to an inspection point.</summary>
internal interface IPointEvent;

/// <summary>点位 registered, or registered anew with other particulars: a place that is shown to an evaluation team.</summary>
/// <param name="Group">专业组 of the evaluation team that visits it.</param>
/// <param name="Guide">Post of the 讲解员; null: whoever explains for the community. What is older has its secretary of then.</param>
internal sealed record InspectionPointRegistered(
    string Code, string Name, string Community, string Group, string? Guide, string? Address, double? Longitude, double? Latitude,
    DateTimeOffset At)
    : IPointEvent
{
    private const string GroupNotKnown = "待定";

    /// <summary>The point of a community as a whole, under the community's code.</summary>
    public static InspectionPointRegistered OfCommunity(string community, string name, DateTimeOffset at) =>
        new(community, $"{name}点位", community, GroupNotKnown, Guide: null, Address: null, Longitude: null, Latitude: null, at);
}

internal sealed record InspectionPoint : IAggregate<InspectionPoint, IPointEvent>
{
    public static InspectionPoint Initial { get; } = new();

    public InspectionPointRegistered? Particulars { get; init; }

    public InspectionPoint Evolve(IPointEvent @event) => @event switch
    {
        InspectionPointRegistered e => this with { Particulars = e },
    };

    public static StreamId<InspectionPoint> Stream(string street, string code) =>
        StreamId<InspectionPoint>.Named(street, $"inspection-point/{code}");
}

internal static class PointRules
{
    public static readonly Refusal NotFound = new("point-not-found", "没有这个点位。", RefusalKind.NotFound);
    public static readonly Refusal Unknown = new("point-unknown", "本街道没有登记这个点位。", RefusalKind.Invalid, "/point/code");
    public static readonly Refusal NotReady = new("point-not-ready", "点位尚未备齐。");
    public static readonly Refusal GuideUnknown = OrganisationRules.PostUnknown with { Pointer = "/guide" };

    public static async Task<bool> Knows(this IEventStore store, string street, string code, CancellationToken cancellation) =>
        (await store.Load(InspectionPoint.Stream(street, code), cancellation)).Version > 0;
}

internal sealed record RegisterPoint(InspectionPointRegistered Particulars)
{
    public Decision Decide(InspectionPoint point) => point.Particulars is { } now && now == Particulars with { At = now.At }
        ? Decision.Nothing
        : Decision.Of(Particulars);
}

internal static class RegisterPointEndpoint
{
    public static void Map(RouteGroupBuilder points) => points
        .MapPut("/{code}", Handle).Allow(Audience.Offices).WithSummary("登记点位").Produces<Registered>();

    private static async Task<IResult> Handle(string street, string code, PointEntry body, Commands commands, OrganisationLookup register)
    {
        if (!await register.KnowsCommunity(street, body.Community, commands.Cancellation))
            return Problems.Of(OrganisationRules.CommunityUnknown);
        if (body.Guide is { } post && await register.RoleOf(street, post, commands.Cancellation) is null)
            return Problems.Of(PointRules.GuideUnknown);
        var command = new RegisterPoint(new(
            code, body.Name, body.Community, body.Group, body.Guide, body.Address, body.Longitude, body.Latitude, commands.Now));
        return await commands.Run(
            InspectionPoint.Stream(street, code), command.Decide, done => new Registered(code, done.Version));
    }
}

/// <param name="Group">专业组, such as 健康教育组.</param>
/// <param name="Guide">Post of the guide; when left out, the guide of the community or else its secretary, whoever that is then.</param>
/// <param name="Longitude">WGS-84.</param>
internal sealed record PointEntry(
    string Name, string Community, string Group, string? Guide, string? Address, double? Longitude, double? Latitude)
{
    public string Name { get; init; } = NameText.Clean(Name)!;

    public string Group { get; init; } = NameText.Clean(Group)!;

    internal sealed class Validator : AbstractValidator<PointEntry>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
            RuleFor(x => x.Community).NotEmpty();
            RuleFor(x => x.Group).NotEmpty().IsName().MaximumLength(50);
            RuleFor(x => x.Address).MaximumLength(200);
            RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
            RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
            RuleFor(x => x.Latitude).Must((point, latitude) => (point.Longitude, latitude) is not (0, 0))
                .WithErrorCode("coordinates-zero").WithMessage("经纬度 0，0 不是有效位置，不知道的请不填。");
            RuleFor(x => x.Latitude).Must((point, latitude) => latitude.HasValue == point.Longitude.HasValue)
                .WithErrorCode("coordinates-incomplete").WithMessage("经度和纬度须同时填写。");
        }
    }
}
