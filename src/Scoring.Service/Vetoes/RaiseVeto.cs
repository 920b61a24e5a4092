using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.Scoring.Subjects;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Scoring.Vetoes;

/// <summary>一票否决, as it now reads.</summary>
internal sealed record VetoRaised(string Id, string Subject, VetoScope Scope, string Month, string Reason, DateTimeOffset At);

internal sealed record VetoState : IAggregate<VetoState>
{
    public static VetoState Initial { get; } = new();

    public VetoRaised? Raised { get; init; }

    public VetoState Evolve(object @event) => @event is VetoRaised e ? this with { Raised = e } : this;

    public static StreamId Stream(string street, string id) => new(street, DeterministicGuid.From(Guid.Empty, $"veto/{id}"));
}

internal sealed record RaiseVeto(string Id, string Subject, VetoScope Scope, string Month, string Reason, DateTimeOffset Now)
{
    public Decision Decide(VetoState state)
    {
        var raised = new VetoRaised(Id, Subject, Scope, Month, Reason, Now);
        return state.Raised == raised with { At = state.Raised?.At ?? Now } ? Decision.Nothing : Decision.Of(raised);
    }
}

internal static class RaiseVetoEndpoint
{
    public static void Map(RouteGroupBuilder vetoes) => vetoes
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("一票否决").Produces<Done>();

    private static async Task<IResult> Handle(string street, string id, NewVeto body, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        return await commands.Run<VetoState>(
            VetoState.Stream(street, id), new RaiseVeto(id, body.Subject, body.Scope!.Value, body.Month, body.Reason, commands.Now).Decide);
    }
}

internal sealed record NewVeto(string Subject, VetoScope? Scope, string Month, string Reason)
{
    internal sealed class Validator : AbstractValidator<NewVeto>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Scope).NotNull().IsInEnum();
            RuleFor(x => x.Month).Must(month => Scoring.Months.Month.TryParse(month, out _))
                .WithErrorCode(MonthRules.Invalid.Rule).WithMessage(MonthRules.Invalid.Detail);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
