using System.Globalization;
using System.Net;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>A street of a test's own, with two communities, four units, a guarantor's post and a map.</summary>
internal sealed class AStreet
{
    public const string Garbage = "0110";
    public const string Canteens = "0203";
    public const string Committee = "U001";
    public const string CityManagement = "U010";
    public const string Sanitation = "U011";
    public const string HealthOffice = "U012";

    private static int last;
    private readonly TasksFixture fixture;

    private AStreet(TasksFixture fixture)
    {
        this.fixture = fixture;
        Code = (990_200_000 + Interlocked.Increment(ref last)).ToString(CultureInfo.InvariantCulture);
        Office = fixture.Client(Role.StreetOffice, Code);
    }

    public string Code { get; }

    public HttpClient Office { get; }

    public string Path => $"/api/streets/{Code}";

    public HttpClient Officer(string unit) => fixture.Client(Role.UnitOfficer, Code, unit);

    /// <param name="rules">Without a rule that covers everything unless given one.</param>
    public static async Task<AStreet> Create(TasksFixture fixture, params object[] rules)
    {
        var street = new AStreet(fixture);
        using var district = fixture.Client(Role.DistrictOffice, street.Code);
        await Put(district, $"/api/district/streets/{street.Code}", new { name = "南关街道" });
        await street.Register("communities/C1", new { name = "广场社区" });
        await street.Register("communities/C2", new { name = "万里社区" });
        await street.Register($"units/{Committee}", new { name = "广场社区", category = "居委会", community = "C1", from = "2024-01-01" });
        await street.Register($"units/{CityManagement}", new { name = "城管中队", category = "机关部门", from = "2024-01-01" });
        await street.Register($"units/{Sanitation}", new { name = "环卫站", category = "机关部门", from = "2024-01-01" });
        await street.Register($"units/{HealthOffice}", new { name = "爱卫办", from = "2024-01-01" });
        await street.Register(
            "posts/P01", new { title = "党工委副书记", fields = new[] { "环境卫生" }, communities = new[] { "C1" }, role = "Guarantor" });
        await street.Register("responsibility-rules", new { rules = rules.Length > 0 ? rules : [GarbageRule] });
        return street;
    }

    public static object GarbageRule { get; } = new
    {
        category = Garbage,
        lead = CityManagement,
        cooperating = new[] { Sanitation },
        guarantor = "P01",
        days = new { minor = 3, major = 2, critical = 0 },
    };

    public Task<Answer> Assignment(Guid id) => Office.Get($"{Path}/assignments/{id}");

    /// <returns>Where the assignment is.</returns>
    public async Task<string> Issue(object body)
    {
        var issued = await Office.Post($"{Path}/assignments", body);
        issued.Status.ShouldBe(HttpStatusCode.Created, issued.Body.ToString());
        return $"{Path}/assignments/{issued.Id}";
    }

    private Task Register(string path, object body) => Put(Office, $"{Path}/{path}", body);

    private static async Task Put(HttpClient client, string path, object body) =>
        (await client.Put(path, body)).Status.ShouldBe(HttpStatusCode.OK, path);
}
