using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Inspections.Findings;

/// <summary>反弹: a struck-off case is there again; a new round begins and waits for 交办.</summary>
internal sealed record ReportRelapse(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: not FindingStatus.StruckOff } => FindingRules.NotStruckOff,
        _ => Decision.Of(new FindingRelapsed(finding.CaseNumber, finding.Round + 1, finding.Unit, Reason, Now, FromLedger: false)),
    };
}

internal static class ReportRelapseEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/relapse", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("登记反弹").Produces<Done>();

    private static Task<IResult> Handle(string street, Guid id, Relapse body, Commands commands) =>
        commands.Run<Finding>(new StreamId(street, id), new ReportRelapse(body.Reason, commands.Now).Decide);
}

internal sealed record Relapse(string Reason)
{
    internal sealed class Validator : AbstractValidator<Relapse>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
