using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.Testing;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>On a service of its own: the list is the district's.</summary>
public sealed class KnownCategoriesTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task A_rule_for_a_category_that_the_list_does_not_have_is_refused_once_there_is_a_list()
    {
        var street = await AStreet.Create(fixture);
        var days = new { minor = 3, major = 2, critical = 0 };
        object rules = new
        {
            rules = new object[]
            {
                AStreet.GarbageRule, new { category = "9999", lead = AStreet.Sanitation, days }, new { lead = AStreet.Sanitation, days },
            },
        };
        (await street.Office.Put($"{street.Path}/responsibility-rules", rules)).Status.ShouldBe(HttpStatusCode.OK);

        await using var broker = await Broker.Connect(fixture);
        await broker.Send(new FindingCategoriesSet("district", 1, [AStreet.Garbage, "0104"], DateTimeOffset.UnixEpoch));

        var refused = await street.Office.Put($"{street.Path}/responsibility-rules", rules);
        (refused.Status, refused.Pointers.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "/rules/1/category"));
    }
}
