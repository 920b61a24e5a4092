using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Subjects;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Commendations;

internal sealed record GrantCommendation(
    string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset Now, string? Evidence = null, string? By = null,
    CommendationLevel? Level = null, HonourScope Scope = HonourScope.Month)
{
    public Decision Decide(HonourState commendation) => Date > ChinaTime.DateOf(Now)
        ? CommendationRules.InFuture
        : commendation.Enter(
            new CommendationGranted(Id, Subject, Date, Reason, Now, Evidence, By, Level, Scope), CommendationRules.Withdrawn);
}

internal static class GrantCommendationEndpoint
{
    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapPut("/{id:maxlength(100)}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("记表扬").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, string id, NewCommendation body, Caller caller, Commands commands, SubjectList subjects)
    {
        if (!await subjects.Know(street, body.Subject, commands.Cancellation)) return Problems.Of(SubjectList.Unknown);
        var command = new GrantCommendation(
            id, body.Subject, body.Date, body.Reason, commands.Now, body.Evidence, caller.Id, body.Level, body.Scope);
        return await commands.Run(CommendationStream.Of(street, id), command.Decide);
    }
}

/// <param name="Level">Who commended.</param>
/// <param name="Scope">Of the date: in which rankings, totals and award lists the subject is shown as commended.</param>
internal sealed record NewCommendation(
    string Subject, DateOnly Date, string Reason, string? Evidence = null, CommendationLevel? Level = null,
    HonourScope Scope = HonourScope.Month)
{
    internal sealed class Validator : AbstractValidator<NewCommendation>
    {
        public Validator()
        {
            RuleFor(x => x.Subject).NotEmpty();
            RuleFor(x => x.Date).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
            RuleFor(x => x.Evidence).MaximumLength(500);
            RuleFor(x => x.Level).IsInEnum();
            RuleFor(x => x.Scope).IsInEnum();
        }
    }
}
