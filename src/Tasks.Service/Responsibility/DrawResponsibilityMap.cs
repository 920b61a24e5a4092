using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Responsibility;

/// <summary>The whole map of a street at once; the same rules again change nothing.</summary>
internal sealed record DrawResponsibilityMap(IReadOnlyList<ResponsibilityRule> Rules, DateTimeOffset Now, DateOnly? Effective = null)
{
    public Decision Decide(ResponsibilityMap map)
    {
        var since = EffectiveDay.From(Effective, Now);
        return map.Drawings.Says(since, SameAs)
            ? Decision.Nothing
            : Decision.Of(new ResponsibilityMapDrawn([.. Rules.Select(Stored.ResponsibilityRule.Of)], Now, since.Day));
    }

    private bool SameAs(RulesInForce known) =>
        Rules.Count == known.Rules.Count && Rules.Zip(known.Rules).All(pair => pair.First.SameAs(pair.Second));
}

internal static class DrawResponsibilityMapEndpoint
{
    private static readonly Refusal CategoryUnknown = new("category-unknown", "问题类别清单中没有这个类别。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder street) => street
        .MapPut("/responsibility-rules", Handle).Allow(Audience.Offices).WithSummary("设定责任体系").Produces<Drawn>();

    private static async Task<IResult> Handle(
        string street, ResponsibilityRules body, Commands commands, OrganisationLookup register, IEventStore store)
    {
        var units = (await register.Units(street, commands.Cancellation)).Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var communities = await register.Communities(street, commands.Cancellation);
        var posts = await register.Posts(street, commands.Cancellation);
        var (categories, _) = await store.Load<KnownCategories>(KnownCategories.Stream, commands.Cancellation);
        FieldError[] errors = [.. body.Rules.SelectMany((rule, index) => Unknown(rule, index, units, communities, posts, categories))];
        if (errors.Length > 0) return Problems.Of(errors);
        return await commands.Run(
            ResponsibilityMap.Stream(street), new DrawResponsibilityMap(body.Rules, commands.Now, body.Effective).Decide,
            done => new Drawn(done.Version, body.Rules.Count));
    }

    private static IEnumerable<FieldError> Unknown(
        ResponsibilityRule rule, int index, HashSet<string> units, HashSet<string> communities, HashSet<string> posts,
        KnownCategories categories)
    {
        if (!units.Contains(rule.Lead)) yield return At("lead", OrganisationRules.UnitUnknown);
        foreach (var (i, unit) in (rule.Cooperating ?? []).Index())
        {
            if (!units.Contains(unit)) yield return At($"cooperating/{i}", OrganisationRules.UnitUnknown);
        }
        if (rule.Community is { } community && !communities.Contains(community))
            yield return At("community", OrganisationRules.CommunityUnknown);
        if (rule.Category is { } category && !categories.Has(category)) yield return At("category", CategoryUnknown);
        if (rule.Guarantor is { } post && !posts.Contains(post)) yield return At("guarantor", OrganisationRules.PostUnknown);

        FieldError At(string field, Refusal refusal) => new($"/rules/{index}/{field}", refusal.Rule, refusal.Detail);
    }
}

/// <param name="Rules">Number of rules that were drawn.</param>
internal sealed record Drawn(long Version, int Rules);

/// <param name="Effective">First day on which they are in force; today unless said otherwise.</param>
internal sealed record ResponsibilityRules(IReadOnlyList<ResponsibilityRule> Rules, DateOnly? Effective)
{
    internal sealed class Validator : AbstractValidator<ResponsibilityRules>
    {
        private const int MaxRules = 2000;

        public Validator()
        {
            RuleFor(x => x.Rules).NotNull();
            RuleFor(x => x.Rules).Must(rules => rules is null || rules.Count <= MaxRules)
                .WithErrorCode("too-many-rules").WithMessage($"规则不能超过 {MaxRules} 条。");
            RuleForEach(x => x.Rules).NotNull().SetValidator(new ResponsibilityRuleValidator());
            RuleForEach(x => x.Rules)
                .Must((all, rule) =>
                    all.Rules.Count(other => other?.Community == rule?.Community && other?.Category == rule?.Category) == 1)
                .WithErrorCode("rule-ambiguous").WithMessage("同一社区、同一类别只能有一条规则。");
        }
    }
}

internal sealed class ResponsibilityRuleValidator : AbstractValidator<ResponsibilityRule>
{
    private const int MaxDays = 365;

    public ResponsibilityRuleValidator()
    {
        RuleFor(x => x.Lead).NotEmpty();
        RuleFor(x => x.Category).MaximumLength(20);
        RuleForEach(x => x.Cooperating).NotEmpty().NotEqual(x => x.Lead)
            .WithErrorCode("cooperating-is-lead").WithMessage("牵头单位不能同时是配合单位。");
        RuleFor(x => x.Days).NotNull().ChildRules(days =>
        {
            days.RuleFor(x => x.Minor).InclusiveBetween(0, MaxDays);
            days.RuleFor(x => x.Major).InclusiveBetween(0, MaxDays);
            days.RuleFor(x => x.Critical).InclusiveBetween(0, MaxDays);
        });
    }
}
