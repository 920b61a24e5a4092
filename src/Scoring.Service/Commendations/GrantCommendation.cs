using Campaign.EventStore;
using Campaign.Scoring.Subjects;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Scoring.Commendations;

internal sealed record GrantCommendation(
    string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset Now, string? Evidence = null, string? By = null)
{
    public Decision Decide(CommendationState state)
    {
        var granted = new CommendationGranted(Id, Subject, Date, Reason, Now, Evidence, By);
        if (state.Granted is { } before && before == granted with { At = before.At, By = before.By }) return Decision.Nothing;
        return state.Withdrawn ? CommendationRules.Withdrawn : Decision.Of(granted);
    }
}

internal static class GrantCommendationEndpoint
{
    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("记表扬").Produces<Done>();

    private static async Task<IResult> Handle(
        string street, string id, NewCommendation body, Caller caller, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        var command = new GrantCommendation(id, body.Subject, body.Date, body.Reason, commands.Now, body.Evidence, caller.Id);
        return await commands.Run<CommendationState>(CommendationState.Stream(street, id), command.Decide);
    }
}

internal sealed record NewCommendation(string Subject, DateOnly Date, string Reason, string? Evidence = null)
{
    internal sealed class Validator : AbstractValidator<NewCommendation>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Date).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Evidence).MaximumLength(500);
        }
    }
}
