using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Responsibility;

/// <summary>The answer in sentences: who, by which rule of which map, and why a unit that the rule names is left out.</summary>
internal sealed class Explanation(OrganisationOn organisation, Question question, Responsible answer, ResponsibilityRule? rule)
{
    public string Text => string.Concat(
        Units(), Basis(), Absent(), Posts("包保领导", answer.Guarantors), Posts("包片干部", answer.AreaOfficers), Posts("讲解员", answer.Guides));

    private string Subject =>
        $"{Responsibilities.Day(answer.On)}，{Place}的{(question.Category is { } category ? $"{category}类问题" : $"“{question.Field}”工作")}";

    private string Place => question.Community is { } code
        ? organisation.Communities.FirstOrDefault(community => community.Code == code)?.Name ?? code
        : organisation.Street.Name;

    private string Units()
    {
        if (rule is null) return $"{Subject}没有适用的责任规则，属待交办事项。";
        var lead = answer.Lead is { } unit ? $"由{unit.Name}牵头" : "没有在册的牵头单位";
        var helpers = answer.Cooperating.Count > 0 ? $"，{string.Join("、", answer.Cooperating.Select(unit => unit.Name))}配合" : "";
        return $"{Subject}{lead}{helpers}。";
    }

    private string Basis() => (answer.MapVersion, answer.Rule) switch
    {
        (null, _) => "当日责任体系尚未施行。",
        (_, null) => $"当日施行的是第{answer.MapVersion}版责任体系（{Responsibilities.Day(answer.MapSince!.Value)}起施行）。",
        _ => $"依据第{answer.MapVersion}版责任体系（{Responsibilities.Day(answer.MapSince!.Value)}起施行）第{answer.Rule + 1}条。",
    };

    private string Absent() => string.Concat(answer.Absent.Select(unit => $"{unit.Name}{unit.Reason}，当日不承担责任。"));

    private static string Posts(string duty, IReadOnlyList<ResponsiblePost> posts) =>
        posts.Count == 0 ? "" : $"{duty}：{string.Join("；", posts.Select(Post))}。";

    private static string Post(ResponsiblePost post) =>
        $"{post.Title}（{post.Because}，{(post.Holder is null ? "职务空缺" : $"任职账号 {post.Holder}")}）";
}
