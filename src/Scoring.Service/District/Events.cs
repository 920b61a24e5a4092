using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.District;

/// <summary>The events of the district's list of departments.</summary>
internal interface IDepartmentEvent : IMovesNoOpenMonth;

/// <summary>区级部门: which units of which streets one department is.</summary>
/// <param name="Departments">All of them; a later event replaces an earlier one.</param>
internal sealed record DepartmentsSet(IReadOnlyList<Stored.Department> Departments, DateTimeOffset At) : IDepartmentEvent;
