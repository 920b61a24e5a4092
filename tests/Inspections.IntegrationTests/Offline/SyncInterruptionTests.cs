using System.Net;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>Cut anywhere and sent again, or sent by several at once: every intent is done once.</summary>
public sealed class SyncInterruptionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const int Length = 4;

    [Theory]
    [InlineData(Cut.BeforeCommit)]
    [InlineData(Cut.AfterCommit)]
    public async Task A_batch_that_was_cut_is_taken_up_where_it_was(Cut cut)
    {
        await using var host = FailingStore.Start(fixture, out var failure);
        await host.Ready();
        var street = await TestStreet.Create(host, cut is Cut.BeforeCommit ? "990101721" : "990101722");
        for (var at = 1; at <= Length; at++)
        {
            var phone = new Phone(street, $"phone-{at}");
            var recorded = phone.Record($"第{at}台");
            Done[] done =
                [recorded, phone.Do("addPhotos", new { photos = new[] { await street.Upload("现场") } }, recorded.Id),
                    phone.Record($"第{at}台二"), phone.Record($"第{at}台三")];

            failure.Next(cut, at);
            using (var answer = await phone.Send(done)) answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            (await phone.Last()).ShouldBe(cut is Cut.BeforeCommit ? at - 1 : at);
            // The photo is there if its intent is taken, and not before.
            if (at == 2) (await street.Get($"findings/{recorded.Id}")).GetProperty("version").GetInt64().ShouldBe(await phone.Last());
            (await phone.Sync(done)).Count(a => a.Text("outcome") == "Applied")
                .ShouldBe(cut is Cut.BeforeCommit ? Length - at + 1 : Length - at);
            (await street.Get($"findings/{recorded.Id}")).GetProperty("version").GetInt64().ShouldBe(2);
        }
        await Numbered(street, 3 * Length);
    }

    [Fact]
    public async Task A_phone_that_hangs_up_in_the_middle_finds_what_was_done()
    {
        await using var host = FailingStore.Start(fixture, out var failure);
        await host.Ready();
        var street = await TestStreet.Create(host, "990101723");
        var phone = new Phone(street);
        Done[] done = [phone.Record("一"), phone.Record("二"), phone.Record("三")];

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            using var hangUp = new CancellationTokenSource();
            failure.Next(hangUp, at: 2);
            using var request =
                new HttpRequestMessage(
                    HttpMethod.Post, street.Path("sync"))
                { Content = TestStreet.Body(new { clientId = phone.Id, intents = done }) };
            using var answer = await street.Inspector.SendAsync(request, hangUp.Token);
        });

        (await phone.Sync(done)).Outcomes().ShouldBe(["Duplicate", "Duplicate", "Applied"]);
        await Numbered(street, 3);
    }

    [Fact]
    public async Task The_same_batch_from_many_at_once_over_two_instances_is_taken_once()
    {
        var street = await TestStreet.Create(fixture, "990101724");
        await using var second = fixture.Surroundings.Start<Program>("inspections");
        await second.Ready();
        using var there = second.Client(Role.Inspector, street.Code);
        var (here, away) = (new Phone(street), new Phone(street, client: there));
        var done = Enumerable.Range(1, 10).Select(i => here.Record($"第{i}处")).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? here : away).Sync(done)));

        foreach (var intent in Enumerable.Range(0, done.Length))
        {
            answers.Select(a => a[intent].Text("outcome")).Order().ShouldBe(["Applied", .. Enumerable.Repeat("Duplicate", 5)]);
            answers.Select(a => a[intent].Text("caseNumber")).Distinct().Count().ShouldBe(1);
        }
        await Numbered(street, done.Length);
    }

    [Fact]
    public async Task One_intent_from_several_phones_at_once_is_one_case()
    {
        var street = await TestStreet.Create(fixture, "990101725");
        var recorded = new Phone(street).Record("垃圾桶");

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => new Phone(street, $"phone-{i}").Sync(recorded)));

        answers.Select(a => a[0].Text("outcome")).Order().ShouldBe(["Applied", .. Enumerable.Repeat("Duplicate", 5)]);
        await Numbered(street, 1);
    }

    private static async Task Numbered(TestStreet street, int count) =>
        (await street.Get("findings?limit=100")).GetProperty("items").EnumerateArray().Select(f => f.Text("caseNumber"))
            .ShouldBe(Enumerable.Range(1, count).Select(n => $"{street.Code}-{ChinaTime.DateOf(Phone.Now).Year}-{n:D6}"));
}
