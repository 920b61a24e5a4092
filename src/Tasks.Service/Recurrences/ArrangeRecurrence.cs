using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Recurrences;

/// <summary>安排周期任务. The assignments follow by themselves.</summary>
internal static class ArrangeRecurrenceEndpoint
{
    public static void Map(RouteGroupBuilder recurrences) => recurrences
        .MapPut("/{code}", Handle).Allow(Audience.Offices).WithSummary("安排周期任务").Produces<Registered>()
        .WithExample(
            """
            {
              "title": "每周五下午环境卫生大扫除", "rule": { "every": "Week", "weekdays": ["Friday"], "part": "Afternoon", "onHoliday": "ShiftBefore" },
              "from": "2024-07-01", "until": "2024-12-31", "allCommunities": true, "needs": ["Photo"], "graceDays": 1
            }
            """);

    private static async Task<IResult> Handle(
        string street, string code, DateOnly? effective, RecurrenceTerms body, Commands commands, OrganisationLookup register)
    {
        var units = (await register.Units(street, commands.Cancellation)).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, unit) in (body.Units ?? []).Index())
        {
            if (!units.Contains(unit)) return Problems.Of(OrganisationRules.UnitUnknown with { Pointer = $"/units/{index}" });
        }
        if (body.Guarantor is { } post && !(await register.Posts(street, commands.Cancellation)).Contains(post))
            return Problems.Of(OrganisationRules.PostUnknown with { Pointer = "/guarantor" });
        return await commands.Run(
            Series.Stream(street, AssignmentKind.Recurring, code), new ArrangeSeries(
                code, body with { Rule = body.Rule.WithHolidays() }, effective, commands.Now).Decide,
            done => new Registered(code, done.Version));
    }
}

internal sealed class RecurrenceTermsValidator : AbstractValidator<RecurrenceTerms>
{
    private const int MaxUnits = 500;

    public RecurrenceTermsValidator()
    {
        this.ValidTitle(x => x.Title);
        this.ValidDays();
        this.ValidGrace(x => x.GraceDays);
        RuleFor(x => x.Rule).NotNull().SetValidator(new RuleValidator());
        RuleFor(x => x.Units).AtMost(MaxUnits);
        RuleForEach(x => x.Units).NotEmpty();
        RuleFor(x => x.Units).Must((terms, units) => terms.AllCommunities is true || units is { Count: > 0 })
            .WithErrorCode("units-missing").WithMessage("请列出责任单位，或选择全部社区。");
        RuleFor(x => x.Needs).AtMost(Enum.GetValues<RecordNeed>().Length);
        RuleForEach(x => x.Needs).IsInEnum();
    }
}
