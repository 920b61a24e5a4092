using Campaign.Documents;
using FluentValidation;

namespace Campaign.Web;

/// <summary>What units, communities, posts, points, plans and people are called (<see cref="NameText"/>).</summary>
public static class Naming
{
    public const string Invisible = "name-invisible-character";

    /// <summary>A name in which something is that nobody sees; what is around it is trimmed by <see cref="NameText.Clean"/>.</summary>
    public static IRuleBuilderOptions<T, string?> IsName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(name => name is null || NameText.IsVisible(name))
        .WithErrorCode(Invisible).WithMessage("名称含有看不见的字符（如零宽字符、文字方向符、换行），请删去后重新填写。");
}
