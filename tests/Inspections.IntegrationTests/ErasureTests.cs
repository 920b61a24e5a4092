using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Testing;
using Campaign.Web;
using Told = Campaign.Contracts.Inspections;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>Personal data in free text go for good; that something happened stays.</summary>
public sealed class ErasureTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Address = "/api/operations/inspections/erasures";
    private const string Gone = "〔已脱敏〕";

    [Fact]
    public async Task The_event_stays_without_its_text_in_stream_lists_and_search_and_is_not_told_again()
    {
        var street = await TestStreet.Create(fixture, "990101651");
        await using var heard = await FactsHeard.Listen(fixture);
        var (finding, other) = (await Record(street, "张三家门口堆放杂物，电话13800000000"), await Record(street, "李四家门口堆放杂物"));
        await heard.HasOneOfEach([finding, other]);
        var before = await Events(street, finding);
        using var administrator = fixture.Client(Role.SecurityAdministrator, street.Code);

        using var erased = await administrator.PostAsync(
            Address, TestStreet.Body(new { street = street.Code, streams = new[] { finding }, reason = "当事人要求" }));
        erased.StatusCode.ShouldBe(HttpStatusCode.Accepted, await erased.Content.ReadAsStringAsync());

        var after = await Events(street, finding);
        after.Select(Frame).ShouldBe(before.Select(Frame));
        var recorded = after[0].Data.ShouldBeOfType<FindingRecorded>();
        (recorded.Description, recorded.Place.Address).ShouldBe((Gone, Gone));
        await Eventually.Holds(async () => await Description(street, finding) == Gone);
        (await street.Get("findings?text=13800000000")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await street.Get($"findings/{finding}/history"))[0].GetProperty("text").GetString().ShouldNotBeNull().ShouldContain(Gone);
        (await Description(street, other)).ShouldBe("李四家门口堆放杂物");
        // What is recorded now is told behind whatever would have been told again.
        await heard.HasOneOfEach([await Record(street, "另一处")]);
        heard.Deliveries(finding).ShouldBe(1);
        heard.Of<Told.FindingRecorded>(finding).Single().Description.ShouldContain("张三");
        await Listed(administrator, street.Code, finding);
    }

    [Fact]
    public async Task Only_a_security_administrator_of_the_street_erases_with_a_reason_what_is_there()
    {
        var street = await TestStreet.Create(fixture, "990101652");
        var finding = await Record(street, "王五");
        using var administrator = fixture.Client(Role.SecurityAdministrator, street.Code);
        object Of(string reason, Guid id) => new { street = street.Code, streams = new[] { id }, reason };

        using (var office = await street.Office.PostAsync(Address, TestStreet.Body(Of("当事人要求", finding))))
            office.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using (var elsewhere = fixture.Client(Role.SecurityAdministrator, "990101699"))
        {
            await (await elsewhere.PostAsync(Address, TestStreet.Body(Of("当事人要求", finding)))).ShouldBeProblem(
                HttpStatusCode.Forbidden, "street-not-yours", "/street");
            (await (await elsewhere.GetAsync(Address)).Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
        }
        using (var silent = await administrator.PostAsync(Address, TestStreet.Body(Of("", finding))))
            await silent.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/reason");
        using (var unknown = await administrator.PostAsync(Address, TestStreet.Body(Of("当事人要求", Guid.CreateVersion7()))))
            await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "stream-unknown", "/streams/0");

        (await Description(street, finding)).ShouldBe("王五");
    }

    private static async Task Listed(HttpClient administrator, string street, Guid finding)
    {
        async Task<JsonElement> Ours() => (await (await administrator.GetAsync(Address)).Json()).GetProperty("items").EnumerateArray()
            .Single(row => row.GetProperty("street").GetString() == street);

        await Eventually.Holds(async () => (await Ours()).TryGetProperty("rebuiltAt", out _));
        var row = await Ours();
        (row.GetProperty("reason").GetString(), row.GetProperty("streams")[0].GetGuid()).ShouldBe(("当事人要求", finding));
        row.GetProperty("askedBy").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<Guid> Record(TestStreet street, string description)
    {
        using var answer = await street.Post(
            "findings",
            new
            {
                category = "0110",
                severity = "Minor",
                description,
                place = new { longitude = 117.2, latitude = 33.6, address = description },
                photos = Array.Empty<string>(),
            });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Json()).GetProperty("id").GetGuid();
    }

    private static async Task<string?> Description(TestStreet street, Guid finding) =>
        (await street.Get($"findings/{finding}")).GetProperty("description").GetString();

    private async Task<IReadOnlyList<RecordedEvent>> Events(TestStreet street, Guid finding) =>
        await fixture.Host.Get<IEventStore>().Read(Finding.Stream(street.Code, finding), TestContext.Current.CancellationToken);

    private static (Guid, long, DateTimeOffset, string?, Type) Frame(RecordedEvent e) =>
        (e.Id, e.Version, e.RecordedAt, e.Metadata.User, e.Data.GetType());
}
