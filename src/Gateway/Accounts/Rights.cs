using Campaign.Web;

namespace Campaign.Gateway.Accounts;

/// <summary>What an account or client may do and where, as the administration sends it.</summary>
internal record Rights
{
    private const int Most = 200;

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>9-digit codes, or one "*" for every street.</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    public IReadOnlyList<string> Units { get; init; } = [];

    public bool Disabled { get; init; }

    public IReadOnlyList<FieldError> Errors() => [.. Check()];

    public void GiveTo(IHasRights owner)
    {
        owner.Roles = [.. Roles.Distinct().Order()];
        owner.Streets = [.. Streets.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        owner.Units = [.. Units.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        owner.Disabled = Disabled;
    }

    private IEnumerable<FieldError> Check()
    {
        if (Roles is not { Count: > 0 and <= Most } || !Roles.All(Enum.IsDefined))
            yield return new("/roles", "roles-invalid", "至少选择一个角色。");
        if (Streets is not { Count: <= Most } || !Streets.All(street => street is Caller.EveryStreet || Guards.IsStreetCode(street)))
            yield return new("/streets", "street-code-invalid", "街道代码应为9位统计用区划代码，或以“*”表示全区。");
        else if (Streets.Count == 0 && Roles is not null && !Roles.Any(role => role is Role.DistrictOffice or Role.Administrator))
            yield return new("/streets", "streets-missing", "该角色须至少指定一个街道。");
        if (Units is not { Count: <= Most } || !Units.All(unit => unit is { Length: > 0 and <= 100 }))
            yield return new("/units", "units-invalid", $"责任单位编号不能为空，最多{Most}个。");
        else if (Units.Count == 0 && Roles?.Contains(Role.UnitOfficer) is true)
            yield return new("/units", "units-missing", "责任单位经办人须至少指定一个责任单位。");
    }
}
