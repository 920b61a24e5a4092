using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Appeals;

/// <summary>初审: the first of two steps, a proposal.</summary>
internal sealed record ReviewAppeal(bool Uphold, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(Appeal appeal)
    {
        if (appeal.Lodged is not { } lodged) return AppealRules.NotFound;
        if (appeal.Review is { } review) return review == new AppealReviewed(Uphold, Reason, By, review.At) ? Decision.Nothing : AppealRules.Reviewed;
        return lodged.By == By ? AppealRules.FourEyes : Decision.Of(new AppealReviewed(Uphold, Reason, By, Now));
    }
}

/// <summary>裁定: the second step, by somebody else.</summary>
internal sealed record DecideAppeal(bool Uphold, string Reason, string By, DateTimeOffset Now)
{
    public Decision Decide(Appeal appeal)
    {
        if (appeal.Lodged is not { } e) return AppealRules.NotFound;
        if (appeal.Upheld is { } upheld) return upheld == Uphold ? Decision.Nothing : AppealRules.Decided;
        if (appeal.Review is not { } review) return AppealRules.NotReviewed;
        if (review.By == By || e.By == By) return AppealRules.FourEyes;
        return Uphold
            ? Decision.Of(new AppealUpheld(e.Month, e.Subject, e.Kind, e.EventId, e.Text, e.Points, Reason, By, Now))
            : Decision.Of(new AppealDismissed(Reason, By, Now));
    }
}

internal static class AppealStepEndpoints
{
    public static void Map(RouteGroupBuilder appeals)
    {
        appeals.MapPost("/{id:guid}/review", Review).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("申诉初审").Produces<VersionedResult>();
        appeals.MapPost("/{id:guid}/decision", Decide).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("申诉裁定").Produces<VersionedResult>();
    }

    private static Task<IResult> Review(string street, Guid id, AppealStep body, Caller caller, Commands commands) =>
        commands.Run<Appeal>(new StreamId(street, id), new ReviewAppeal(body.Uphold, body.Reason, caller.Id, commands.Now).Decide);

    private static Task<IResult> Decide(string street, Guid id, AppealStep body, Caller caller, Commands commands) =>
        commands.Run<Appeal>(new StreamId(street, id), new DecideAppeal(body.Uphold, body.Reason, caller.Id, commands.Now).Decide);
}

internal sealed record AppealStep(bool Uphold, string Reason)
{
    internal sealed class Validator : AbstractValidator<AppealStep>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(1000);
    }
}
