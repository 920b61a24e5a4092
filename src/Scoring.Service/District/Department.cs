using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.District;

/// <summary>区级部门: a district department that works in many streets, where each street has it as a unit of its own.</summary>
internal sealed record Department(string Code, string Name, IReadOnlyList<DepartmentUnit> Units);

internal sealed record DepartmentUnit(string Street, string Unit);

internal sealed record Departments : IAggregate<Departments, IDepartmentEvent>
{
    public static Departments Initial { get; } = new();

    public IReadOnlyList<Department> All { get; init; } = [];

    public Departments Evolve(IDepartmentEvent @event) => @event switch
    {
        DepartmentsSet e => this with { All = [.. e.Departments.Select(department => department.ToDepartment())] },
    };

    public static StreamId<Departments> Stream { get; } = StreamId<Departments>.Named(StreetRanking.District, "departments");
}
