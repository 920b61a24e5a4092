using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Organisation;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>下达: one piece of work for one unit, until a deadline.</summary>
internal sealed record IssueAssignment(string Title, string Unit, Counted Deadline, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: true } => Decision.Nothing,
        _ when Deadline.Due <= Now => AssignmentRules.DueInThePast,
        _ => Decision.Of(new AssignmentIssued(
            AssignmentKind.OneOff, Title, Unit, Deadline.Due, Plan: null, Now,
            Term: Deadline.Term, Calendar: Deadline.Calendar, Anchor: Deadline.Anchor)),
    };
}

internal static class IssueAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/", Handle).Allow(Audience.Offices).WithSummary("下达任务").Produces<Done>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(string street, NewAssignment body, Commands commands, Register register, DeadlineCounter deadlines)
    {
        if (!await register.KnowsUnit(street, body.Unit, commands.Cancellation)) return Problems.Of(OrganisationRules.UnitUnknown);
        var (deadline, refusal) = await deadlines.Count(street, body.Order(), commands.Now, commands.Cancellation);
        if (deadline is null) return Problems.Of(refusal!);
        var id = commands.NewId();
        return await commands.Create<Assignment>(
            new StreamId(street, id), new IssueAssignment(body.Title, body.Unit, deadline, commands.Now).Decide,
            $"/api/streets/{street}/assignments/{id}");
    }
}

/// <param name="Due">The deadline outright; or else one of the three that follow.</param>
/// <param name="Term">即日起 so many hours or days.</param>
internal sealed record NewAssignment(
    string Title, string Unit, DateTimeOffset? Due, AssignmentKind? Kind, Term? Term, DueDay? DueOn, Countback? Anchor)
{
    public DeadlineOrder Order() => new(Due, Term, DueOn, Anchor);

    internal sealed class Validator : AbstractValidator<NewAssignment>
    {
        public Validator()
        {
            RuleFor(x => x.Title).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Unit).NotEmpty();
            RuleFor(x => x.Due).Must((body, _) => body.Order().IsOne)
                .WithErrorCode("deadline-not-one").WithMessage("期限须以 due、term、dueOn、anchor 之一给出，且只给一个。");
            RuleFor(x => x.Due).LessThanOrEqualTo(Deadline.EndOf(Deadline.LastDay));
            RuleFor(x => x.Term!).SetValidator(new TermValidator()).When(x => x.Term is not null);
            RuleFor(x => x.DueOn!).SetValidator(new DueDayValidator()).When(x => x.DueOn is not null);
            RuleFor(x => x.Anchor!).SetValidator(new CountbackValidator()).When(x => x.Anchor is not null);
            RuleFor(x => x.Kind).Must(kind => kind is null or AssignmentKind.OneOff)
                .WithErrorCode("kind-not-issued-by-hand").WithMessage("整改任务由问题产生，不能直接下达。");
        }
    }
}
