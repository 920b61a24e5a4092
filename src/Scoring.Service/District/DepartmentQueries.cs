using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.District;

/// <summary>个性化考核成绩 of a year: the mean of the department's month scores.</summary>
internal sealed record DepartmentAssessment(int Year, IReadOnlyList<AssessedDepartment> Departments);

/// <param name="Provisional">The year is not over, or a month of it is not closed in one of its streets.</param>
/// <param name="Rank">Null while none has a score.</param>
/// <param name="Months">Score by month, <c>yyyy-MM</c>; months without one are left out.</param>
internal sealed record AssessedDepartment(
    string Code, string Name, bool Provisional, int? Rank, decimal? Score, IReadOnlyDictionary<string, decimal> Months)
{
    /// <param name="months">Those that have begun.</param>
    public static IReadOnlyList<AssessedDepartment> Of(IReadOnlyList<DepartmentScores> months, bool yearIsOver)
    {
        var assessed = months.SelectMany(m => m.Departments.Select(d => (m.Month, Department: d)))
            .GroupBy(d => d.Department.Code, StringComparer.Ordinal).Select(ofOne =>
            {
                var scores = ofOne.Where(d => d.Department.Score is not null)
                    .ToDictionary(d => d.Month, d => d.Department.Score!.Value, StringComparer.Ordinal);
                return new AssessedDepartment(
                    ofOne.Key, ofOne.Last().Department.Name, !yearIsOver || ofOne.Any(d => d.Department.Provisional), null,
                    scores.Count == 0 ? null : Points.Round(scores.Values.Average()), scores);
            }).ToList();
        var ranks = Ranks.Of(assessed.Select(d => (d.Code, "", d.Score)));
        return [.. assessed.Select(d => d with { Rank = ranks[d.Code] }).OrderBy(d => d.Rank ?? int.MaxValue)
            .ThenBy(d => d.Code, StringComparer.Ordinal)];
    }
}

internal sealed class DepartmentQuery(IEventStore store, StreetStandings standings, PolicyList policies, TimeProvider clock)
{
    public async Task<DepartmentScores> Of(Month month, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (departments, _) = await store.Load<Departments>(Departments.Stream, cancellation);
        var policy = await policies.InForce(DepartmentPolicies.Owner, month, cancellation);
        return new(
            month.ToString(), policy?.From,
            DepartmentRanking.Of(
                month, policy?.Policy ?? StreetRanking.UsualPolicy, departments.All, await standings.Of(month, now, cancellation), now));
    }

    public async Task<DepartmentAssessment> Of(int year, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var months = new List<DepartmentScores>();
        foreach (var month in Enumerable.Range(1, 12).Select(number => new Month(year, number)).Where(m => m.Start <= now))
            months.Add(await Of(month, cancellation));
        return new(year, AssessedDepartment.Of(months, new Month(year, 12).IsOverAt(now)));
    }
}

internal static class DepartmentScoreEndpoints
{
    private static readonly Role[] Readers = [Role.DistrictOffice, Role.Administrator, Role.Leader];

    public static void Map(RouteGroupBuilder departments)
    {
        departments.MapGet("/scores", Month).Allow(Readers).TakesTurn(CallerTurns.Figures)
            .WithSummary("区级部门月考成绩").Produces<DepartmentScores>();
        departments.MapGet("/assessment", Year).Allow(Readers).TakesTurn(CallerTurns.Figures)
            .WithSummary("区级部门个性化考核成绩").Produces<DepartmentAssessment>();
    }

    private static async Task<IResult> Month(string month, DepartmentQuery departments, Caller caller, CancellationToken cancellation)
    {
        if (!Kernel.Month.TryParse(month, out var asked)) return Problems.Of(Kernel.Month.Invalid);
        var scores = await departments.Of(asked, cancellation);
        return TypedResults.Ok(scores with { Departments = [.. scores.Departments.Where(d => Sees(caller, d))] });
    }

    private static async Task<IResult> Year(
        int year, DepartmentQuery departments, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        if (!Kernel.Month.TryParse($"{year:D4}-01", out _)) return Problems.Of(Kernel.Month.Invalid);
        var (known, _) = await store.Load<Departments>(Departments.Stream, cancellation);
        var seen = known.All.Where(d => d.Units.All(unit => caller.MaySee(unit.Street))).Select(d => d.Code)
            .ToHashSet(StringComparer.Ordinal);
        var assessment = await departments.Of(year, cancellation);
        return TypedResults.Ok(assessment with { Departments = [.. assessment.Departments.Where(d => seen.Contains(d.Code))] });
    }

    /// <summary>Its score tells what each street gave it: for who sees all of them.</summary>
    private static bool Sees(Caller caller, DepartmentScore department) => department.Streets.All(street => caller.MaySee(street.Street));
}

/// <summary>How the district counts its departments: a policy like that for its streets.</summary>
internal static class DepartmentPolicies
{
    public const string Owner = "district-departments";

    public static void Map(RouteGroupBuilder policies)
    {
        policies.MapPut("/{month}", Adopt).TakesYaml<Policy>().WithSummary("制定区级部门考评办法").Produces<VersionedResult>()
            .WithExample(PolicyExample.Json);
        policies.MapGet("/{month}", Get).WithSummary("当月生效的区级部门考评办法").Produces<PolicyInForce>().OffersYaml<Policy>();
    }

    private static Task<IResult> Adopt(string month, Policy body, Commands commands, IClosedMonths closed) =>
        AdoptPolicyEndpoint.Handle(Owner, month, body, commands, closed);

    private static Task<IResult> Get(string month, PolicyList policies, HttpContext http) => PolicyList.Get(Owner, month, policies, http);
}
