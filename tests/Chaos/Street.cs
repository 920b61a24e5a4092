using System.Globalization;
using Campaign.Demo.Api;
using Campaign.Demo.Steps;

namespace Campaign.Chaos;

/// <summary>A street with everything that the load needs, and the people who work there.</summary>
internal sealed record Street(Caller Office, Caller Inspector, Caller Officer, string Month)
{
    public const string Code = "990101009";
    public const string Path = $"api/streets/{Code}";
    public const string Sheet = "community";
    public const string Category = "0110";
    public const decimal ForRejection = -0.3m;
    public const decimal AtMost = 3m;
    public static readonly string[] Units = ["c1", "c2", "c3", "c4"];

    public static async Task<Street> Prepare(Gateway gateway, TimeProvider clock)
    {
        var accounts = new Accounts(gateway, gateway.Operator());
        var (district, office) = (await accounts.DistrictOffice(), await accounts.StreetOffice(Code));
        var month = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await district.Put($"api/district/streets/{Code}", new { name = "示例街道" });
        await district.Put("api/district/finding-categories", new
        {
            categories = new[] { new { code = Category, name = "暴露生活垃圾", limit = "4工作时", chapter = "三", usualUnit = "环卫站" } },
        });
        foreach (var unit in Units)
        {
            await office.Put($"{Path}/communities/{unit}", new { name = $"社区{unit}" });
            await office.Put($"{Path}/units/{unit}", new { name = $"社区{unit}", category = "居委会", community = unit, from = $"{month}-01" });
        }
        await office.Put($"{Path}/responsibility-rules", new
        {
            rules = Units.Select(unit => new { community = unit, lead = unit, days = new { minor = 3, major = 2, critical = 1 } }),
        });
        await office.Put($"{Path}/sheets/{Sheet}", new
        {
            category = "居委会",
            items = Enumerable.Range(1, 10).Select(no => new { no, text = $"第{no}项", max = 10 }),
        });
        await office.Put($"{Path}/policies/{month}", new
        {
            dailyWeight = 0.75,
            evaluationWeight = 0.25,
            adjustments = new[] { new { kind = "rejectedRectification", points = ForRejection, capPerMonth = AtMost } },
        });
        await new Polling(clock)
            .Until("考评对象", async () => (await office.GetAll<Subject>($"{Path}/subjects")).Count == Units.Length ? "all" : null);
        return new(office, await accounts.Inspector(Code), await accounts.UnitOfficer(Code, Units), month);
    }

    private sealed record Subject(string Code);
}
