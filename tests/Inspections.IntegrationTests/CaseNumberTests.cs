using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class CaseNumberTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task Forty_at_once_over_two_instances_leave_no_gap()
    {
        var street = await TestStreet.Create(fixture, "990101301");
        await using var second = fixture.Surroundings.Start<Program>("inspections");
        await second.Ready();
        using var there = second.Client(Role.Inspector, street.Code);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var answer = await street.Post("findings", TestStreet.Finding(), i % 2 == 0 ? street.Inspector : there);
            return (await answer.Json()).GetProperty("caseNumber").GetString();
        }));

        var year = ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).Year;
        numbers.Order().ShouldBe(Enumerable.Range(1, 40).Select(n => $"{street.Code}-{year}-{n:D6}"));
    }

    [Fact]
    public async Task Of_those_who_travel_together_only_the_one_at_fault_is_refused()
    {
        const int year = 2031;
        var (street, numbers, store) = ("990101302", fixture.Host.Get<CaseNumbers>(), fixture.Host.Get<IEventStore>());
        var twice = Guid.CreateVersion7();
        List<Guid> asked = [.. Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7()), twice, twice];

        var answers = await Task.WhenAll(asked.Select(async (id, i) =>
        {
            try
            {
                var given = await numbers.Append(
                    street, [new(id, year, number => [Recorded(number)])], new($"request-{i}"), TestContext.Current.CancellationToken);
                (await store.Read(new(street, id), TestContext.Current.CancellationToken))
                    .ShouldHaveSingleItem().Metadata.CorrelationId.ShouldBe($"request-{i}");
                return given.ShouldHaveSingleItem();
            }
            catch (StreamVersionConflictException conflict)
            {
                conflict.Stream.Id.ShouldBe(twice);
                return null;
            }
        }));

        answers.OfType<string>().Order().ShouldBe(Enumerable.Range(1, 31).Select(n => CaseRegister.Format(street, year, n)));
    }

    private static FindingRecorded Recorded(string number) => new(
        number, "0110", Severity.Minor, "绿化带内有垃圾", new Place(Address: "金牛山路"), [], null,
        new DateTimeOffset(2031, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)), FromLedger: false);
}
