using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using FluentValidation;

namespace Campaign.Scoring.Policies;

/// <summary>A policy effective from a month. What is announced already was computed by the policy of its month, for ever.</summary>
/// <param name="ClosedMonths">The street's closed months, <c>yyyy-MM</c>.</param>
internal sealed record AdoptPolicy(string Month, Policy Policy, IReadOnlyCollection<string> ClosedMonths, DateTimeOffset Now)
{
    public Decision Decide(PolicyBook book)
    {
        if (book.ByMonth.TryGetValue(Month, out var adopted) && adopted.SameAs(Policy)) return Decision.Nothing;
        var next = book.NextAfter(Month);
        return ClosedMonths.Any(m => string.CompareOrdinal(m, Month) >= 0 && (next is null || string.CompareOrdinal(m, next) < 0))
            ? MonthRules.Closed
            : Decision.Of(new PolicyAdopted(Month, Policy, Now));
    }
}

internal static class AdoptPolicyEndpoint
{
    public static void Map(RouteGroupBuilder policies) => policies
        .MapPut("/{month}", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("制定考评办法").Produces<Done>();

    internal static async Task<IResult> Handle(string street, string month, NewPolicy body, Commands commands, ClosedMonths closed)
    {
        if (!Month.TryParse(month, out var from)) return Problems.Of(MonthRules.Invalid);
        var policy = new Policy(body.DailyWeight, body.EvaluationWeight, body.Adjustments);
        var command = new AdoptPolicy(from.ToString(), policy, await closed.Of(street, commands.Cancellation), commands.Now);
        return await commands.Run<PolicyBook>(PolicyBook.Stream(street), command.Decide);
    }
}

/// <summary>The linter: weights add up, caps hold, and nothing is counted that nobody knows how to count.</summary>
internal sealed record NewPolicy(decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<Adjustment> Adjustments)
{
    internal sealed class Validator : AbstractValidator<NewPolicy>
    {
        public Validator()
        {
            RuleFor(x => x.DailyWeight).InclusiveBetween(0, 1);
            RuleFor(x => x.EvaluationWeight).InclusiveBetween(0, 1);
            RuleFor(x => x.EvaluationWeight).Must((policy, weight) => policy.DailyWeight + weight == 1)
                .WithErrorCode("weights-do-not-add-up").WithMessage("日常检查与综合评议的权重之和须为 1。");
            RuleFor(x => x.Adjustments).NotNull();
            RuleFor(x => x.Adjustments).Must(all => all is null || all.DistinctBy(a => a.Kind, StringComparer.Ordinal).Count() == all.Count)
                .WithErrorCode("adjustment-twice").WithMessage("同一种加减分只能规定一次。");
            RuleForEach(x => x.Adjustments).NotNull().SetValidator(new AdjustmentValidator());
        }
    }

    private sealed class AdjustmentValidator : AbstractValidator<Adjustment>
    {
        private const int Precision = 7;
        private const int Scale = 4;

        public AdjustmentValidator()
        {
            RuleFor(x => x.Kind).Must(kind => kind is not null && AdjustmentKinds.Know(kind))
                .WithErrorCode("adjustment-kind-unknown").WithMessage("没有这种加减分。");
            RuleFor(x => x.Points).InclusiveBetween(-Points.Max, Points.Max).NotEqual(0)
                .PrecisionScale(Precision, Scale, ignoreTrailingZeros: true);
            RuleFor(x => x.CapPerMonth).InclusiveBetween(0, Points.Max).PrecisionScale(Precision, Scale, ignoreTrailingZeros: true);
        }
    }
}
