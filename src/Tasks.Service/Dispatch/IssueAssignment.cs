using System.Linq.Expressions;
using Campaign.Documents;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Points;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Dispatch;

/// <summary>下达: one piece of work for one unit, until a deadline.</summary>
internal sealed record IssueAssignment(
    string Title, string Unit, ComputedDeadline Deadline, DateTimeOffset Now,
    AssignmentKind Kind = AssignmentKinds.UnlessSaid, IReadOnlyList<string>? CooperatingUnits = null, string? Guarantor = null,
    Brief? Brief = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: true } => Decision.Nothing,
        _ when Deadline.Due <= Now => AssignmentRules.DueInThePast,
        _ => Decision.Of(new AssignmentIssued(
            Kind, Title, Unit, Deadline.Due, Plan: null, Now, CooperatingUnits is { Count: > 0 } ? CooperatingUnits : null, Guarantor,
            Deadline.Term, Brief: Brief, Calendar: Deadline.Calendar, Anchor: Deadline.Anchor)),
    };
}

internal static class IssueAssignmentEndpoint
{
    private static readonly Refusal NotByHand = new(
        "kind-not-issued-by-hand", "整改任务由问题产生，周期任务和执勤任务由周期安排产生，不能直接下达。", RefusalKind.Invalid, "/kind");

    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/", Handle).Allow(Audience.Offices).WithSummary("下达任务").Produces<VersionedResult>(StatusCodes.Status201Created)
        .WithExample(
            """
            {
              "title": "清理背街小巷卫生死角", "unit": "U010", "kind": "OneOff", "due": "2024-07-18T17:30:00+08:00",
              "cooperatingUnits": ["U011"], "guarantor": "P01"
            }
            """);

    private static async Task<IResult> Handle(
        string street, NewAssignment body, Commands commands, OrganisationLookup register, DeadlineCounter deadlines, IEventStore store,
        AssignmentKinds kinds)
    {
        if (!kinds.Of(body.Kind).IsIssuedByHand) return Problems.Of(NotByHand);
        if (await register.Unknown(street, body.Unit, body.CooperatingUnits, body.Guarantor, commands.Cancellation) is { } unknown)
            return Problems.Of(unknown);
        if (body.Point is { } point && !await store.Knows(street, point.Code, commands.Cancellation))
            return Problems.Of(PointRules.Unknown);
        var (deadline, refusal) = await deadlines.Count(street, body.Order(), commands.Now, commands.Cancellation);
        if (deadline is null) return Problems.Of(refusal!);
        var guarantors = await register.GuarantorsOn(street, ChinaTime.DateOf(commands.Now), commands.Cancellation);
        var id = commands.NewId();
        var command = new IssueAssignment(
            body.Title, body.Unit, deadline, commands.Now, body.Kind ?? AssignmentKinds.UnlessSaid, body.CooperatingUnits,
            body.Guarantor ?? guarantors.Of(body.Unit, about: body.Title), body.Brief?.ToBrief());
        return await commands.Create(Assignment.Stream(street, id), command.Decide, $"/api/streets/{street}/assignments/{id}");
    }
}

/// <param name="Due">The deadline outright; or else one of the three that follow its kind.</param>
/// <param name="Term">即日起 so many hours or days.</param>
/// <param name="CooperatingUnits">配合单位.</param>
/// <param name="Guarantor">Post of the guarantor leader, who reviews an archive or a point; by default the one of the community.</param>
/// <param name="Archive">Of an archive: what it consists of.</param>
/// <param name="Point">Of a preparation: the inspection point.</param>
/// <param name="Indicator">Of an indicator target: the figure.</param>
internal sealed record NewAssignment(
    string Title, string Unit, DateTimeOffset? Due, AssignmentKind? Kind, Term? Term, DueDay? DueOn, Countback? Anchor,
    IReadOnlyList<string>? CooperatingUnits, string? Guarantor, ArchiveBrief? Archive, PointBrief? Point, IndicatorBrief? Indicator)
{
    public string Title { get; init; } = NameText.Clean(Title)!;

    public DeadlineOrder Order() => new(Due, Term, DueOn, Anchor);

    /// <summary>The one that its kind asks for; the validator lets no other pass.</summary>
    internal IBriefBody? Brief => Archive ?? (IBriefBody?)Point ?? Indicator;

    internal sealed class Validator : AbstractValidator<NewAssignment>
    {
        public Validator()
        {
            RuleFor(x => x.Title).NotEmpty().IsName().MaximumLength(200);
            RuleFor(x => x.Unit).NotEmpty();
            RuleFor(x => x.Due).Must((body, _) => body.Order().IsOne)
                .WithErrorCode("deadline-not-one").WithMessage("期限须以 due、term、dueOn、anchor 之一给出，且只给一个。");
            RuleFor(x => x.Term!).SetValidator(new TermValidator()).When(x => x.Term is not null);
            RuleFor(x => x.DueOn!).SetValidator(new DueDayValidator()).When(x => x.DueOn is not null);
            RuleFor(x => x.Anchor!).SetValidator(new CountbackValidator()).When(x => x.Anchor is not null);
            RuleFor(x => x.CooperatingUnits).AreCooperatingWith(x => x.Unit);
            RuleFor(x => x.Archive!).SetValidator(new ArchiveBrief.Validator()).When(x => x.Archive is not null);
            RuleFor(x => x.Point!).SetValidator(new PointBrief.Validator()).When(x => x.Point is not null);
            RuleFor(x => x.Indicator!).SetValidator(new IndicatorBrief.Validator()).When(x => x.Indicator is not null);
            AskedBy(x => x.Archive);
            AskedBy(x => x.Point);
            AskedBy(x => x.Indicator);
        }

        private void AskedBy<TBrief>(Expression<Func<NewAssignment, TBrief?>> brief) where TBrief : class, IBriefBody<TBrief>
        {
            var kind = TBrief.Kind;
            RuleFor(brief).NotNull().When(x => x.Kind == kind).WithErrorCode("brief-missing").WithMessage("此类任务须写明具体内容。");
            RuleFor(brief).Null().When(x => x.Kind != kind).WithErrorCode("brief-not-asked").WithMessage("此类任务没有这项内容。");
        }
    }
}
