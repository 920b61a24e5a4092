using System.Net;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Reference;
using Campaign.Testing;
using static Campaign.Inspections.IntegrationTests.LedgerWorkbooks;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>Ledgers as offices send them: read, or refused at the cell.</summary>
public sealed class OfficeLedgerTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Theory]
    [InlineData("ledger-number-1e30", "import-refused", "台账!R2")]
    [InlineData("ledger-number-NaN", "import-refused", "台账!R2")]
    [InlineData("ledger-date-0001", "import-refused", "台账!B2")]
    [InlineData("ledger-due-9999", "import-refused", "台账!L2")]
    [InlineData("ledger-year-0001-spoils-export", "import-refused", "台账!B2")]
    [InlineData("ledger-time-only-and-old-years", "import-refused", "台账!B2 台账!B3 台账!B4 台账!B5")]
    [InlineData("ledger-error-cell", "import-refused", "台账!Q2 台账!J3")]
    [InlineData("ledger-formula-without-value", "import-refused", "台账!E2")]
    [InlineData("ledger-long-number-ids", "import-refused", "台账!A2")]
    [InlineData("ledger-dates-as-people-type-them", "import-refused", "台账!B11")]
    [InlineData("ledger-strict", "workbook-strict", "")]
    [InlineData("ledger-mergecell-without-ref", "workbook-unreadable", "")]
    public async Task What_cannot_be_taken_is_refused_once_at_its_cell_and_nothing_is_taken(string file, string rule, string cells)
    {
        var street = await TestStreet.Create(fixture, "990101496");
        await NoteCommunity(street);

        using var answer = await Send(street, await Case(file), dryRun: false);

        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule);
        var errors = (await answer.Json()).TryGetProperty("errors", out var list) ? list.EnumerateArray() : [];
        string.Join(' ', errors.Select(error => error.GetProperty("pointer").GetString())).ShouldBe(cells);
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("ledger-heading-line-break", "Understood")]
    [InlineData("ledger-merged-cells", "Understood Understood")]
    [InlineData("ledger-title-row", "Understood")]
    [InlineData("ledger-hidden-first-sheet", "Understood")]
    [InlineData("ledger-two-sheets", "Understood Understood")]
    public async Task A_ledger_as_offices_make_it_is_understood(string file, string outcomes)
    {
        var street = await TestStreet.Create(fixture, "990101497");
        await NoteCommunity(street);

        using var answer = await Send(street, await Case(file), dryRun: true);

        var body = await answer.Json();
        Outcomes(body).ShouldBe(outcomes, body.ToString());
        body.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetProperty("address").GetString())
            .ShouldBeEmpty();
        body.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("sheet").GetString()).Distinct()
            .ShouldBe(file is "ledger-two-sheets" ? ["9月", "10月"] : ["台账"]);
    }

    [Fact]
    public async Task The_words_of_the_office_are_known()
    {
        var street = await TestStreet.Create(fixture, "990101499");
        string[] own = ["编号", "登记时间", "类别", "承办部门"];
        using (var before = await Import(street, dryRun: true, own, ["C-1", "2024-09-02", "0110", TestStreet.Unit]))
            (await before.Json()).GetProperty("remarks")[0].GetProperty("address").GetString().ShouldBe("台账!D1");

        await fixture.Bus.Publish(new HeadingWordsSet(street.Code, 1, ["责任单位"], ["承办部门"]));

        await Eventually.Holds(async () =>
        {
            using var after = await Import(street, dryRun: true, own, ["C-1", "2024-09-02", "0110", TestStreet.Unit]);
            return (await after.Json()).GetProperty("remarks").GetArrayLength() == 0;
        });
    }

    private async Task NoteCommunity(TestStreet street)
    {
        await fixture.Bus.Publish(new UnitRegistered(street.Code, "U020", 1, "城管中队", "机关部门", new(2024, 1, 1), null));
        await fixture.Bus.Publish(new CommunityRegistered(street.Code, "C01", 1, "五虫1社区"));
        await Eventually.Holds(async () =>
        {
            await using var connection = await fixture.Host.Get<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
            var names = await CodeNames.Load(street.Code, connection, fixture.Host.Get<Categories>(), default);
            return names.Communities.Any() && names.Units.Any(unit => unit.Code == "U020");
        });
    }

    private static Task<byte[]> Case(string name) =>
        File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Cases", $"{name}.xlsx"));
}
