using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Vetoes;

internal sealed record RaiseVeto(
    string Id, string Subject, HonourScope Scope, string Month, string Reason, DateTimeOffset Now, VetoGround? Ground = null,
    string? Evidence = null, string? By = null)
{
    public Decision Decide(HonourState veto) =>
        veto.Enter(new VetoRaised(Id, Subject, Scope, Month, Reason, Now, Ground, Evidence, By), VetoRules.Released);
}

internal static class RaiseVetoEndpoint
{
    public static void Map(RouteGroupBuilder vetoes) => vetoes
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("一票否决").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, string id, NewVeto body, Caller caller, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        var command = new RaiseVeto(
            id, body.Subject, body.Scope!.Value, body.Month, body.Reason, commands.Now, body.Ground, body.Evidence, caller.Id);
        return await commands.Run(VetoStream.Of(street, id), command.Decide);
    }
}

internal sealed record NewVeto(
    string Subject, HonourScope? Scope, string Month, string Reason, VetoGround? Ground = null, string? Evidence = null)
{
    internal sealed class Validator : AbstractValidator<NewVeto>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Scope).NotNull().IsInEnum();
            RuleFor(x => x.Month).IsMonth();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Ground).IsInEnum();
            RuleFor(x => x.Evidence).MaximumLength(500);
        }
    }
}
