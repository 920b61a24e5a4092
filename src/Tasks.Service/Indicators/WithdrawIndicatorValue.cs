using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Indicators;

/// <summary>撤回: a figure of the wrong year, part or unit; the year is without one again.</summary>
internal sealed record WithdrawIndicatorValue(int Year, string? Part, string Reason, DateTimeOffset Now)
{
    public Decision Decide(IndicatorValues values) => values.Standing.TryGetValue((Year, Part), out var known) switch
    {
        false => IndicatorRules.NothingReported,
        true when known is null => Decision.Nothing,
        true => Decision.Of(new IndicatorValueWithdrawn(known.Standard, known.No, known.Unit, Year, Part, Reason, Now)),
    };
}

internal static class WithdrawIndicatorValueEndpoint
{
    public static void Map(RouteGroupBuilder values, Role[] writers) => values
        .MapPost("/{year:int}/{no:int}/withdrawal", Handle).Allow(writers).WithSummary("撤回指标数值").Produces<VersionedResult>();

    private static async Task<IResult> Handle(int year, int no, Withdrawal body, HttpContext http, Commands commands, Standards standards)
    {
        var code = body.Version ?? await standards.InForce(year, commands.Cancellation);
        return await commands.Run(
            IndicatorValues.Stream(Owner.Of(http), code, no, body.Unit),
            new WithdrawIndicatorValue(year, body.Part, body.Reason, commands.Now).Decide);
    }
}

internal sealed record Withdrawal(string? Version, string? Part, string? Unit, string Reason)
{
    internal sealed class Validator : AbstractValidator<Withdrawal>
    {
        public Validator()
        {
            RuleFor(x => x.Version).MaximumLength(30);
            RuleFor(x => x.Part).MaximumLength(50);
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
        }
    }
}
