using Campaign.Web;

namespace Campaign.Gateway.Accounts;

/// <summary>
/// 三权分立: who may give which rights to whom. The system administrator gives none, the security administrator gives what lies within his
/// streets and never to himself, and the three are three persons who do no business here.
/// </summary>
internal static class Granting
{
    public static readonly Role[] Administrators = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    /// <param name="before">What the account or client has; null for a new one.</param>
    /// <param name="subject">Whose rights they are; null for a new one.</param>
    public static IResult? Refusal(Caller granter, string? subject, IHasRights? before, Rights wanted)
    {
        if (before is not null && OutOfReach(granter, before) is { } outOfReach) return outOfReach;
        if (!wanted.Changes(before))
            return before is { Disabled: true } && !wanted.Disabled ? MayOpen(granter) : null;
        if (!granter.Is(Role.SecurityAdministrator))
            return Problems.Of(403, "security-administrator-needed", "授予、变更权限须由安全管理员办理。");
        if (string.Equals(subject, granter.Id, StringComparison.Ordinal))
            return Problems.Of(403, "own-rights", "不能变更本人的权限，请由另一位安全管理员办理。");
        if (wanted.Roles.Contains(Role.Administrator))
            return Problems.Of([new("/roles", "role-retired", "“管理员”角色已拆分为系统管理员、安全管理员和审计管理员，请改选其中之一。")]);
        if (wanted.Roles.Any(Administrators.Contains) && wanted.Roles.Distinct().Count() > 1)
            return Problems.Of([new("/roles", "administrator-roles-apart", "系统管理员、安全管理员、审计管理员须由不同的人担任，且不得兼任其他角色。")]);
        return Reaches(granter, wanted.Roles, wanted.Streets) ? null : Beyond();
    }

    /// <summary>Nobody resets, ends or changes what reaches beyond himself: that would be a way to more than he has.</summary>
    public static IResult? OutOfReach(Caller granter, IHasRights owner) =>
        !granter.Is(Role.SecurityAdministrator) || Reaches(granter, owner.Roles, owner.Streets) ? null : Beyond();

    private static bool Reaches(Caller granter, IEnumerable<Role> roles, IEnumerable<string> streets) =>
        granter.Streets.Contains(Caller.EveryStreet)
        || (!roles.Any(role => role is Role.DistrictOffice or Role.Administrator || Administrators.Contains(role))
            && streets.All(granter.Streets.Contains));

    private static IResult? MayOpen(Caller granter) => granter.Is(Role.SecurityAdministrator)
        ? null
        : Problems.Of(403, "security-administrator-needed", "恢复停用的账号或客户端须由安全管理员办理。");

    private static IResult Beyond() => Problems.Of(403, "rights-beyond-own", "权限范围超出本人所辖街道，不能办理。");
}
