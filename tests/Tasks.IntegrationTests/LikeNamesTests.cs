using System.Net;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Names that look alike, asked for at the same moment: exactly one is given.</summary>
public sealed class LikeNamesTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private const int Callers = 8;

    [Theory]
    [InlineData("units", """{"name":"园林站（东）","category":"机关部门","from":"2024-01-01"}""")]
    [InlineData("communities", """{"name":"东苑社区（东）"}""")]
    [InlineData("posts", """{"title":"副主任（东）","role":"Member","unit":"U011"}""")]
    public async Task Of_eight_at_once_one_is_registered_and_seven_are_refused_as_those_who_come_later(string what, string entry)
    {
        var street = await AStreet.Create(fixture);
        Task<Answer> Put(string code, string body) =>
            street.Office.Put($"{street.Path}/{what}/{code}", System.Text.Json.Nodes.JsonNode.Parse(body)!);

        for (var round = 0; round < 5; round++)
        {
            var named = entry.Replace("东", $"{"一二三四五"[round]}", StringComparison.Ordinal);
            var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Put(
                $"N{round}{i}", i % 2 == 0 ? named : named.Replace('（', '(').Replace('）', ')'))));

            answers.Select(answer => answer.Status).Order()
                .ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, Callers - 1)]);
            var field = what == "posts" ? "/title" : "/name";
            answers.Where(answer => answer.Status is HttpStatusCode.Conflict)
                .ShouldAllBe(answer => answer.Rule == "name-looks-alike" && answer.Pointers.Single() == field);
        }
    }

    [Fact]
    public async Task A_name_that_was_given_up_is_free_and_may_be_taken_back()
    {
        var street = await AStreet.Create(fixture);
        Task<Answer> Put(string code, string name) => street.Office.Put(
            $"{street.Path}/units/{code}", new { name, category = "机关部门", from = "2024-01-01" });

        foreach (var (code, name) in new[] { ("N1", "园林站"), ("N1", "绿化站"), ("N1", "园林站"), ("N1", "绿化站"), ("N2", "园林站") })
            (await Put(code, name)).Status.ShouldBe(HttpStatusCode.OK, $"{code} {name}");
        (await Put("N1", "园林站")).Rule.ShouldBe("name-looks-alike");
    }
}
