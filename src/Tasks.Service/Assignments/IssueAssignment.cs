using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Organisation;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>下达: one piece of work for one unit, until a deadline.</summary>
internal sealed record IssueAssignment(string Title, string Unit, DateTimeOffset Due, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: true } => Decision.Nothing,
        _ when Due <= Now => AssignmentRules.DueInThePast,
        _ => Decision.Of(new AssignmentIssued(AssignmentKind.OneOff, Title, Unit, Due, Plan: null, Now)),
    };
}

internal static class IssueAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/", Handle).Allow(Audience.Offices).WithSummary("下达任务").Produces<Done>(StatusCodes.Status201Created);

    private static async Task<IResult> Handle(string street, NewAssignment body, Commands commands, Register register)
    {
        if (!await register.KnowsUnit(street, body.Unit, commands.Cancellation)) return Problems.Of(OrganisationRules.UnitUnknown);
        var id = commands.NewId();
        return await commands.Create<Assignment>(
            new StreamId(street, id), new IssueAssignment(body.Title, body.Unit, body.Due, commands.Now).Decide,
            $"/api/streets/{street}/assignments/{id}");
    }
}

internal sealed record NewAssignment(string Title, string Unit, DateTimeOffset Due, AssignmentKind? Kind)
{
    internal sealed class Validator : AbstractValidator<NewAssignment>
    {
        public Validator()
        {
            RuleFor(x => x.Title).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Unit).NotEmpty();
            RuleFor(x => x.Due).NotEmpty();
            RuleFor(x => x.Kind).Must(kind => kind is null or AssignmentKind.OneOff)
                .WithErrorCode("kind-not-issued-by-hand").WithMessage("整改任务由问题产生，不能直接下达。");
        }
    }
}
