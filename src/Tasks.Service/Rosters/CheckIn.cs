using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Rosters;

/// <summary>签到: so many people, or these accounts, are on duty at a time and perhaps a place.</summary>
/// <param name="Accounts">Empty where only a number is known.</param>
internal sealed record CheckIn(Caller By, int Count, IReadOnlyList<string> Accounts, DateTimeOffset At, GeoPoint? Place, DateTimeOffset Now)
{
    // Clocks of phones are a little ahead at times.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { Occurrence.Duty: null } or { Occurrence: null } => RosterRules.NotOnDuty,
        { Status: AssignmentStatus.Missed } => AssignmentRules.Missed,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        _ when IsRepeat(assignment) => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        _ when At > Now + ClockSkew => RosterRules.InTheFuture,
        { Occurrence: { Duty: { } duty } occurrence } => IsWithin(occurrence.Start, duty)
            ? Decision.Of(On(assignment, duty))
            : RosterRules.OutsideShift,
    };

    private bool IsRepeat(Assignment assignment) => Accounts.Count > 0
        ? NewIn(assignment).Count == 0
        : CheckIns(assignment).Any(known => known.Accounts.Count == 0 && known.People == Count && known.At == At && known.Place == Place);

    private List<string> NewIn(Assignment assignment)
    {
        var known = CheckIns(assignment).SelectMany(checkIn => checkIn.Accounts);
        return [.. Accounts.Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal)];
    }

    private static IEnumerable<DutyCheckedIn> CheckIns(Assignment assignment) => assignment.Facet<DutyFacet>().CheckIns;

    private bool IsWithin(DateTimeOffset start, Duty duty) => At >= start.AddMinutes(-duty.ToleranceMinutes) && At <= duty.Ends;

    private DutyCheckedIn On(Assignment assignment, Duty duty)
    {
        var accounts = NewIn(assignment);
        int? metres = Place is not null && duty.Line is { Count: > 0 } line ? (int)Math.Round(Place.MetresTo(line)) : null;
        return new(
            assignment.Unit, accounts.Count > 0
                ? accounts.Count
                : Count, accounts, At, Place, metres, Away: metres > duty.RadiusMetres, Now);
    }
}

internal static class CheckInEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/check-ins", Handle).Allow(Audience.Doers).WithSummary("执勤签到").Produces<VersionedResult>()
        .WithExample(
            """
            { "count": 2, "at": "2024-07-15T07:05:00+08:00", "place": { "longitude": 117.2, "latitude": 39.12, "system": "WGS84" } }
            """);

    private static Task<IResult> Handle(string street, Guid id, NewCheckIn body, Caller caller, Commands commands)
    {
        var command = new CheckIn(caller, body.Count ?? 0, body.Accounts ?? [], body.At, body.Place?.Point, commands.Now);
        return commands.Run(Assignment.Stream(street, id), command.Decide);
    }
}

/// <param name="Count">How many people; or <paramref name="Accounts"/>, not both.</param>
/// <param name="Accounts">Ids of their accounts.</param>
internal sealed record NewCheckIn(int? Count, IReadOnlyList<string>? Accounts, DateTimeOffset At, CheckInPlace? Place)
{
    internal sealed class Validator : AbstractValidator<NewCheckIn>
    {
        private const int MaxPeople = 500;

        public Validator()
        {
            RuleFor(x => x.Count).InclusiveBetween(1, MaxPeople);
            RuleFor(x => x.Count).Must((body, count) => count is null != (body.Accounts is null or { Count: 0 }))
                .WithErrorCode("count-or-accounts").WithMessage("请填写人数或签到账号，二者择一。");
            RuleFor(x => x.Accounts).AtMost(MaxPeople);
            RuleForEach(x => x.Accounts).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Place).ChildRules(place =>
            {
                place.RuleFor(x => x!.Longitude).InclusiveBetween(-180, 180);
                place.RuleFor(x => x!.Latitude).InclusiveBetween(-90, 90);
                place.RuleFor(x => x!.System).Must(CheckInPlace.IsKnown).WithErrorCode("coordinates-unknown")
                    .WithMessage("签到位置的坐标系须为 WGS84、GCJ02 或 BD09。");
            });
        }
    }
}

/// <param name="System">Coordinate system the device declares: <c>WGS84</c>, <c>GCJ02</c> or <c>BD09</c>, in whatever case.</param>
internal sealed record CheckInPlace(double Longitude, double Latitude, string System)
{
    /// <summary>Each to WGS-84.</summary>
    private static readonly Dictionary<string, Func<(double, double), (double Longitude, double Latitude)>> Systems =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["WGS84"] = point => point,
            ["GCJ02"] = Datums.Wgs84OfGcj02,
            ["BD09"] = Datums.Wgs84OfBd09,
        };

    public static bool IsKnown(string? system) => system is not null && Systems.ContainsKey(system);

    internal GeoPoint Point
    {
        get
        {
            var (longitude, latitude) = Systems[System]((Longitude, Latitude));
            return new(longitude, latitude);
        }
    }
}
