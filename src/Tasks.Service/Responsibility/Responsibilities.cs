using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Responsibility;

/// <summary>谁负责: the rules and the register of one day, and what they say to a question. Pure.</summary>
internal sealed class Responsibilities(OrganisationOn organisation, RulesInForce rules)
{
    private readonly Dictionary<string, UnitRow> units = organisation.Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);

    public Responsible Answer(Question question)
    {
        var decided = rules.Deciding(question.Community, question.Category);
        var named = decided is var (rule, _) ? rule : null;
        string[] cooperating = [.. named?.Cooperating ?? []];
        var answer = new Responsible(
            organisation.Day,
            named is not null && TakesPart(named.Lead) ? UnitOf(named.Lead) : null,
            [.. cooperating.Where(TakesPart).Select(UnitOf)],
            [.. (named is null ? [] : cooperating.Prepend(named.Lead)).Where(code => !TakesPart(code)).Select(Absence)],
            [.. Guarantors(question, named?.Guarantor)],
            [.. Posts(PostRole.AreaOfficer, question.Community, "包片社区")],
            [.. Guides(question.Community)],
            decided?.Index, rules.Version == 0 ? null : rules.Version, rules.Version == 0 ? null : rules.Since, "");
        return answer with { Explanation = new Explanation(organisation, question, answer, named).Text };
    }

    private bool TakesPart(string code) => units.TryGetValue(code, out var unit) && unit.TakesPartOn(organisation.Day);

    private ResponsibleUnit UnitOf(string code) => new(code, units.GetValueOrDefault(code)?.Name ?? code);

    private AbsentUnit Absence(string code) => units.GetValueOrDefault(code) switch
    {
        null => new(code, code, "当日尚未登记"),
        var unit when unit.From > organisation.Day => new(code, unit.Name, $"{Day(unit.From)}起才参加创建"),
        var unit => new(code, unit.Name, $"已于{Day(unit.Until!.Value)}后退出创建"),
    };

    /// <summary>双包保: the leader the rule names, the one of the field and the one of the community; often the same post.</summary>
    private IEnumerable<ResponsiblePost> Guarantors(Question question, string? named)
    {
        var byRule = organisation.Posts.Where(post => post.Code == named).Select(post => PostOf(post, "责任体系指定"));
        var byField = organisation.Posts
            .Where(post => post.Role is PostRole.Guarantor && question.Field is { } field
                && post.Fields.Contains(field, StringComparer.Ordinal))
            .Select(post => PostOf(post, "包保分管领域"));
        return byRule.Concat(byField).Concat(Posts(PostRole.Guarantor, question.Community, "包保社区"))
            .GroupBy(post => post.Code, StringComparer.Ordinal)
            .Select(same => same.First() with { Because = string.Join("、", same.Select(post => post.Because)) });
    }

    /// <summary>讲解员; where nobody is named, the secretary of the community.</summary>
    private IEnumerable<ResponsiblePost> Guides(string? community)
    {
        if (community is null) return [];
        var guides = Posts(PostRole.Guide, community, "社区讲解员").ToList();
        return guides.Count > 0
            ? guides
            : organisation.Posts.Where(post => IsSecretaryOf(community, post)).Select(post => PostOf(post, "未另定讲解员，由社区书记担任"));
    }

    private bool IsSecretaryOf(string community, PostRow post) =>
        post.Title.Contains("书记", StringComparison.Ordinal) && !post.Title.Contains("副书记", StringComparison.Ordinal)
        && post.Unit is { } unit && units.GetValueOrDefault(unit)?.Community == community;

    private IEnumerable<ResponsiblePost> Posts(PostRole role, string? community, string because) => organisation.Posts
        .Where(post => post.Role == role && community is not null && post.Communities.Contains(community, StringComparer.Ordinal))
        .Select(post => PostOf(post, because));

    private static ResponsiblePost PostOf(PostRow post, string because) => new(post.Code, post.Title, post.Holder, because);

    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
