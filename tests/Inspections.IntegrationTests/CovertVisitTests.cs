using System.Net;
using System.Text.Json;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>Until a covert visit is confirmed, nobody learns who went but those who send and those who go.</summary>
public sealed class CovertVisitTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateOnly Today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Its_inspector_is_named_to_strangers_after_it_is_confirmed_and_not_before()
    {
        var street = await TestStreet.Create(fixture, "990101641");
        var visit = await Started(street, "暗访");

        foreach (var stranger in Strangers(street.Code))
        {
            Names(await street.Get(visit, stranger)).ShouldBe((null, null));
            (await street.Get("inspections?inspector=inspector-1", stranger)).GetProperty("items").GetArrayLength().ShouldBe(0);
        }

        Names(await street.Get(visit, street.Inspector)).ShouldBe(("inspector-1", TestStreet.AnotherUnit));
        (await street.Get("inspections?inspector=inspector-1", street.Office)).GetProperty("items").GetArrayLength().ShouldBe(1);

        await Confirmed(street, visit);
        foreach (var stranger in Strangers(street.Code))
            Names(await street.Get(visit, stranger)).ShouldBe(("inspector-1", TestStreet.AnotherUnit));
    }

    [Fact]
    public async Task The_history_of_what_it_found_names_nobody_before()
    {
        var street = await TestStreet.Create(fixture, "990101642");
        var visit = await Started(street, "暗访");
        var finding = await Found(street, visit);

        using var leader = fixture.Client(Role.Leader, street.Code);
        using var machine = fixture.Client(Role.Integration, street.Code);
        foreach (var stranger in new[] { leader, machine }) (await By(street, finding, stranger)).ShouldBe([null]);
        (await By(street, finding, street.Office)).ShouldAllBe(name => name != null);

        await Confirmed(street, visit);
        (await By(street, finding, leader)).ShouldAllBe(name => name != null);
    }

    [Fact]
    public async Task An_open_visit_hides_no_name()
    {
        var street = await TestStreet.Create(fixture, "990101643");
        var visit = await Started(street, "交叉检查");

        using var leader = fixture.Client(Role.Leader, street.Code);
        Names(await street.Get(visit, leader)).ShouldBe(("inspector-1", TestStreet.AnotherUnit));
        (await By(street, await Found(street, visit), leader)).ShouldAllBe(name => name != null);
    }

    private IEnumerable<HttpClient> Strangers(string code) =>
    [
        fixture.Client(Role.UnitOfficer, code, TestStreet.Unit), fixture.Client(Role.Leader, code),
        fixture.Client(Role.GuarantorLeader, code), fixture.Client(Role.Integration, code),
    ];

    private static (string? Inspector, string? By) Names(JsonElement visit) => (Text(visit, "inspector"), Text(visit, "by"));

    private static async Task<string?[]> By(TestStreet street, Guid finding, HttpClient reader) =>
        [.. (await street.Get($"findings/{finding}/history", reader)).EnumerateArray().Select(line => Text(line, "by"))];

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<string> Started(TestStreet street, string kind)
    {
        using var planned = await street.Post(
            "inspections/schedule",
            new
            {
                subject = TestStreet.Unit,
                kind,
                from = Today,
                until = Today.AddDays(6),
                sheet = "sheet-1",
                inspector = "inspector-1",
                by = TestStreet.AnotherUnit,
            },
            street.Office);
        planned.StatusCode.ShouldBe(HttpStatusCode.Created, await planned.Content.ReadAsStringAsync());
        var visit = $"inspections/{(await planned.Json()).GetProperty("id").GetGuid()}";
        await Taken(street.Post($"{visit}/start", new { }));
        return visit;
    }

    private static async Task<Guid> Found(TestStreet street, string visit)
    {
        await Taken(street.Inspector.PutAsync(street.Path($"{visit}/items/1"), TestStreet.Body(new { deduction = 5, reason = "脏" })));
        using var recorded = await street.Post(
            $"{visit}/items/1/finding", new { category = "0110", severity = "Major", place = new { longitude = 117.2, latitude = 33.6 } });
        recorded.StatusCode.ShouldBe(HttpStatusCode.Created, await recorded.Content.ReadAsStringAsync());
        return (await recorded.Json()).GetProperty("id").GetGuid();
    }

    private static async Task Confirmed(TestStreet street, string visit)
    {
        await Taken(street.Post($"{visit}/submission", new { }));
        await Taken(street.Post($"{visit}/confirmation", new { }, street.Office));
    }

    private static async Task Taken(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }
}
