using Campaign.Web;

namespace Campaign.Gateway.Accounts;

/// <summary>What an account or client may do and where, as the administration sends it.</summary>
internal record Rights
{
    private const int Most = 200;

    private static readonly Role[] WithoutStreets = [Role.DistrictOffice, Role.SystemAdministrator, Role.AuditAdministrator];

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>9-digit codes, or one "*" for every street.</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    public IReadOnlyList<string> Units { get; init; } = [];

    public bool Disabled { get; init; }

    public IReadOnlyList<FieldError> Errors() => [.. Check()];

    /// <summary>Beside whether it is disabled; a new account without rights changes none.</summary>
    public bool Changes(IHasRights? before) =>
        !Roles.ToHashSet().SetEquals(before?.Roles ?? [])
        || !Streets.ToHashSet(StringComparer.Ordinal).SetEquals(before?.Streets ?? [])
        || !Units.ToHashSet(StringComparer.Ordinal).SetEquals(before?.Units ?? []);

    /// <summary>For the audit trail.</summary>
    public string Summary() =>
        $"roles={string.Join(',', Roles)} streets={string.Join(',', Streets)} units={string.Join(',', Units)} disabled={Disabled}";

    public void GiveTo(IHasRights owner)
    {
        owner.Roles = [.. Roles.Distinct().Order()];
        owner.Streets = [.. Streets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        owner.Units = [.. Units.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        owner.Disabled = Disabled;
    }

    private IEnumerable<FieldError> Check()
    {
        if (Roles is not { Count: <= Most } || !Roles.All(Enum.IsDefined) || (Roles.Count == 0 && Streets is { Count: > 0 }))
            yield return new("/roles", "roles-invalid", "至少选择一个角色。");
        if (Streets is not { Count: <= Most } || !Streets.All(street => street is Caller.EveryStreet || Guards.IsStreetCode(street)))
            yield return new("/streets", "street-code-invalid", "街道代码应为9位统计用区划代码，或以“*”表示全区。");
        else if (Streets.Count == 0 && Roles is { Count: > 0 } && !Roles.Any(WithoutStreets.Contains))
            yield return new("/streets", "streets-missing", "该角色须至少指定一个街道。");
        if (Units is not { Count: <= Most } || !Units.All(unit => unit is { Length: > 0 and <= 100 }))
            yield return new("/units", "units-invalid", $"责任单位编号不能为空，最多{Most}个。");
        else if (Units.Count == 0 && Roles?.Contains(Role.UnitOfficer) is true)
            yield return new("/units", "units-missing", "责任单位经办人须至少指定一个责任单位。");
    }
}
