namespace Campaign.Scoring.District.Stored;

/// <summary><see cref="District.Department"/> as events keep it.</summary>
internal sealed record Department(string Code, string Name, IReadOnlyList<DepartmentUnit> Units)
{
    public static Department Of(District.Department department) => new(
        department.Code, department.Name, [.. department.Units.Select(unit => new DepartmentUnit(unit.Street, unit.Unit))]);

    public District.Department ToDepartment() => new(
        Code, Name, [.. Units.Select(unit => new District.DepartmentUnit(unit.Street, unit.Unit))]);
}

internal sealed record DepartmentUnit(string Street, string Unit);
