using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.District;

/// <summary>The whole list at once.</summary>
internal sealed record SetDepartments(IReadOnlyList<Department> Departments, DateTimeOffset Now)
{
    public Decision Decide(Departments departments) => StoredJson.Same(departments.All, Departments)
        ? Decision.Nothing
        : Decision.Of(new DepartmentsSet([.. Departments.Select(Stored.Department.Of)], Now));
}

internal static class DepartmentEndpoints
{
    public static void Map(RouteGroupBuilder departments)
    {
        departments.MapPut("/", Set).Allow(Role.DistrictOffice, Role.Administrator)
            .WithSummary("设定区级部门").Produces<VersionedResult>();
        departments.MapGet("/", Get).Allow(Role.DistrictOffice, Role.Administrator, Role.Leader)
            .WithSummary("区级部门").Produces<NewDepartments>().WithETag();
    }

    private static Task<IResult> Set(NewDepartments body, Commands commands) =>
        commands.Run<Departments>(Departments.Stream, new SetDepartments(body.Departments, commands.Now).Decide);

    private static async Task<IResult> Get(IEventStore store, HttpContext http)
    {
        var (departments, version) = await store.Load<Departments>(Departments.Stream, http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(new NewDepartments(departments.All));
    }
}

internal sealed record NewDepartments(IReadOnlyList<Department> Departments)
{
    internal sealed class Validator : AbstractValidator<NewDepartments>
    {
        private const int Most = 1000;

        public Validator()
        {
            RuleFor(x => x.Departments).NotNull();
            RuleFor(x => x.Departments).AtMost(Most);
            RuleForEach(x => x.Departments).NotNull().SetValidator(new DepartmentValidator());
            RuleFor(x => x.Departments).Must(all => Once(all, d => new[] { d.Code }))
                .WithErrorCode("department-twice").WithMessage("同一部门只能列一次。");
            RuleFor(x => x.Departments).Must(all => Once(all, d => (d.Units ?? []).Where(u => u is not null)))
                .WithErrorCode("department-unit-twice").WithMessage("同一街道的同一单位只能属于一个部门，且只能列一次。");
        }

        private static bool Once<T>(IReadOnlyList<Department>? all, Func<Department, IEnumerable<T>> parts)
        {
            var every = (all ?? []).Where(d => d is not null).SelectMany(parts).ToList();
            return every.Distinct().Count() == every.Count;
        }
    }

    private sealed class DepartmentValidator : AbstractValidator<Department>
    {
        private const int Most = 1000;

        public DepartmentValidator()
        {
            RuleFor(x => x.Code).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Name).NotEmpty().MaximumLength(100);
            RuleFor(x => x.Units).NotEmpty();
            RuleFor(x => x.Units).AtMost(Most);
            RuleForEach(x => x.Units).NotNull().ChildRules(unit =>
            {
                unit.RuleFor(u => u.Street).NotEmpty().MaximumLength(9);
                unit.RuleFor(u => u.Unit).NotEmpty().MaximumLength(50);
            });
        }
    }
}
