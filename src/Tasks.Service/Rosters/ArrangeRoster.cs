using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences;
using Campaign.Web;
using FluentValidation;
using FluentValidation.Results;

namespace Campaign.Tasks.Rosters;

/// <summary>安排执勤表. The assignments follow by themselves.</summary>
internal static class ArrangeRosterEndpoint
{
    public static void Map(RouteGroupBuilder rosters) => rosters
        .MapPut("/{code}", Handle).Allow(Audience.Offices).WithSummary("安排执勤表").Produces<Registered>()
        .WithExample(
            """
            {
              "title": "人民路文明劝导",
              "section": {
                "name": "人民路（东门至西门）",
                "line": [{ "longitude": 117.2, "latitude": 39.12 }, { "longitude": 117.21, "latitude": 39.12 }]
              },
              "shifts": [{ "name": "早班", "rule": { "every": "Day", "at": [{ "from": "07:00:00", "to": "09:00:00" }] } }],
              "units": [{ "unit": "U010", "staff": 12 }], "from": "2024-07-01", "until": "2024-12-31",
              "bands": [{ "from": 1, "to": 20, "people": 2 }, { "from": 21, "people": 3 }], "toleranceMinutes": 15, "radiusMetres": 200
            }
            """);

    private static async Task<IResult> Handle(
        string street, string code, DateOnly? effective, RosterTerms body, Commands commands, OrganisationLookup register)
    {
        if (await Unknown(street, body, register, commands.Cancellation) is { } unknown) return Problems.Of(unknown);
        return await commands.Run(
            Series.Stream(street, AssignmentKind.Roster, code), new ArrangeSeries(code, body, effective, commands.Now).Decide,
            done => new Registered(code, done.Version));
    }

    private static async Task<Refusal?> Unknown(
        string street, RosterTerms body, OrganisationLookup register, CancellationToken cancellation)
    {
        var units = (await register.Units(street, cancellation)).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, entry) in body.Units.Index())
        {
            if (!units.Contains(entry.Unit)) return OrganisationRules.UnitUnknown with { Pointer = $"/units/{index}/unit" };
        }
        if (body.Section.Community is { } community && !await register.KnowsCommunity(street, community, cancellation))
            return OrganisationRules.CommunityUnknown with { Pointer = "/section/community" };
        return body.Guarantor is { } post && !(await register.Posts(street, cancellation)).Contains(post)
            ? OrganisationRules.PostUnknown with { Pointer = "/guarantor" }
            : null;
    }
}

internal sealed class RosterTermsValidator : AbstractValidator<RosterTerms>
{
    private const int MaxShifts = 24;
    private const int MaxUnits = 200;
    private const int MaxBands = 50;
    private const int MaxTolerance = 12 * 60;
    private const int MaxRadius = 10_000;

    public RosterTermsValidator()
    {
        this.ValidTitle(x => x.Title);
        this.ValidDays();
        this.ValidGrace(x => x.GraceDays);
        RuleFor(x => x.ToleranceMinutes).InclusiveBetween(0, MaxTolerance);
        RuleFor(x => x.RadiusMetres).InclusiveBetween(1, MaxRadius);
        RuleFor(x => x.Section).NotNull().SetValidator(new RoadSectionValidator());
        RuleFor(x => x.Shifts).NotEmpty().AtMost(MaxShifts);
        RuleForEach(x => x.Shifts).NotNull().SetValidator(new ShiftValidator());
        RuleFor(x => x.Shifts).Must(shifts => AreDistinct(shifts?.Select(shift => shift?.Name)))
            .WithErrorCode("shift-twice").WithMessage("班次名称不能重复。");
        RuleFor(x => x.Units).NotEmpty().AtMost(MaxUnits);
        RuleForEach(x => x.Units).NotNull().ChildRules(entry =>
        {
            entry.RuleFor(x => x.Unit).NotEmpty();
            entry.RuleFor(x => x.Staff).InclusiveBetween(1, 100_000);
        });
        RuleFor(x => x.Units).Must(units => AreDistinct(units?.Select(entry => entry?.Unit)))
            .WithErrorCode("unit-twice").WithMessage("同一单位不能重复列出。");
        RuleFor(x => x.Bands).AtMost(MaxBands);
        RuleForEach(x => x.Bands).NotNull().ChildRules(band =>
        {
            band.RuleFor(x => x.From).GreaterThanOrEqualTo(1);
            band.RuleFor(x => x.People).InclusiveBetween(1, 500);
        });
        RuleFor(x => x.Bands).Custom((bands, context) =>
        {
            if (bands is null || bands.Any(band => band is null)) return;
            foreach (var defect in Bands.Defects(bands))
                context.AddFailure(new ValidationFailure(PropertyOf(defect), defect.Detail) { ErrorCode = RuleOf(defect.Fault).Rule });
        });
    }

    private static Refusal RuleOf(BandFault fault) => fault switch
    {
        BandFault.Gap => RosterRules.BandsGap,
        BandFault.Overlap => RosterRules.BandsOverlap,
        BandFault.Backward => RosterRules.BandBackward,
    };

    private static string PropertyOf(BandDefect defect) =>
        defect.Property is { } property ? $"{nameof(RosterTerms.Bands)}[{defect.Index}].{property}" : nameof(RosterTerms.Bands);

    private static bool AreDistinct(IEnumerable<string?>? names) =>
        names is null || names.GroupBy(name => name, StringComparer.Ordinal).All(group => group.Count() == 1);
}

internal sealed class ShiftValidator : AbstractValidator<Shift>
{
    public ShiftValidator()
    {
        RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(20);
        RuleFor(x => x.Rule).NotNull().SetValidator(new RuleValidator());
        RuleFor(x => x.Rule).Must(rule => rule is null || (rule.ChoosesDays && rule.At is not { Count: > 1 }))
            .WithErrorCode("shift-not-one-stretch").WithMessage("一个班次是某些天的一段时间：不能只定周期或次数，一天几段时间请分列几个班次。");
    }
}

internal sealed class RoadSectionValidator : AbstractValidator<RoadSection>
{
    private const int MaxPoints = 500;

    public RoadSectionValidator()
    {
        RuleFor(x => x.Name).NotEmpty().IsName().MaximumLength(100);
        RuleFor(x => x.Line).AtMost(MaxPoints);
        RuleForEach(x => x.Line).NotNull().ChildRules(point =>
        {
            point.RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
            point.RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
        });
    }
}
