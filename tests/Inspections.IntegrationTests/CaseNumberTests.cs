using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Identity;

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
}
