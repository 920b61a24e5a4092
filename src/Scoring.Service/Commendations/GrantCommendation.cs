using Campaign.EventStore;
using Campaign.Scoring.Subjects;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Scoring.Commendations;

/// <summary>表扬, as it now reads: entered again with other words it is the same commendation, put right.</summary>
internal sealed record CommendationGranted(string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset At);

internal sealed record CommendationState : IAggregate<CommendationState>
{
    public static CommendationState Initial { get; } = new();

    public CommendationGranted? Granted { get; init; }

    public CommendationState Evolve(object @event) => @event is CommendationGranted e ? this with { Granted = e } : this;

    public static StreamId Stream(string street, string id) => new(street, DeterministicGuid.From(Guid.Empty, $"commendation/{id}"));
}

internal sealed record GrantCommendation(string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset Now)
{
    public Decision Decide(CommendationState state)
    {
        var granted = new CommendationGranted(Id, Subject, Date, Reason, Now);
        return state.Granted == granted with { At = state.Granted?.At ?? Now } ? Decision.Nothing : Decision.Of(granted);
    }
}

internal static class GrantCommendationEndpoint
{
    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("记表扬").Produces<Done>();

    private static async Task<IResult> Handle(string street, string id, NewCommendation body, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        return await commands.Run<CommendationState>(
            CommendationState.Stream(street, id), new GrantCommendation(id, body.Subject, body.Date, body.Reason, commands.Now).Decide);
    }
}

internal sealed record NewCommendation(string Subject, DateOnly Date, string Reason)
{
    internal sealed class Validator : AbstractValidator<NewCommendation>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Date).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
