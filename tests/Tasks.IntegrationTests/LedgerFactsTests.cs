using System.Text.Json;
using Campaign.Contracts.Tasks;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>What Inspections tells of cases that it took over from an old ledger.</summary>
public sealed class LedgerFactsTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Due = new(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_ledger_case_ends_the_same_in_whatever_order_and_is_not_told_back()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var outcomes = new List<string>();
        for (var shift = 0; shift < 6; shift++)
        {
            var finding = new AFinding(street.Code);
            var facts = finding.Ledger(AStreet.CityManagement, AStreet.Sanitation, Due);
            await broker.Send([.. facts[shift..].Reverse(), .. facts[..shift]]);
            outcomes.Add(Seen((await street.Office.Get($"{street.Path}/assignments?finding={finding.Id}")).Items.Single()));
        }
        outcomes.Distinct()
            .ShouldBe([$"Approved {AStreet.Sanitation} {Due.ToUniversalTime():O} True {AFinding.Morning.AddHours(2).ToUniversalTime():O}"]);
        broker.Heard<RectificationAssigned>().Where(fact => fact.Street == street.Code).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ledger_case_nobody_routed_waits_and_one_that_relapsed_waits_in_its_new_round()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var (waiting, relapsed) = (new AFinding(street.Code), new AFinding(street.Code));
        await broker.Send(waiting.Recorded(AStreet.Garbage, fromLedger: true));
        await broker.Send(relapsed.Relapsed(9, AStreet.Sanitation, fromLedger: true), relapsed.StruckOff(8, AStreet.Sanitation, Due));
        await broker.Send(relapsed.Recorded(AStreet.Garbage, fromLedger: true));
        (await street.Office.Get($"{street.Path}/unrouted-findings")).Items
            .Select(item =>
                (item.GetProperty("findingId").GetGuid(), item.GetProperty("round").GetInt32(), item.GetProperty("category").GetString()))
            .ShouldBe([(waiting.Id, 1, AStreet.Garbage), (relapsed.Id, 2, AStreet.Garbage)], ignoreOrder: true);
    }

    private static string Seen(JsonElement a) =>
        $"{a.GetProperty("status")} {a.GetProperty("unit")} {Instant(a, "due")} {a.GetProperty("overdue")} {Instant(a, "issuedAt")}";

    private static string Instant(JsonElement a, string property) => $"{a.GetProperty(property).GetDateTimeOffset():O}";
}
