using System.Net;
using System.Text.Json.Nodes;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The plan of samples/nanguan: 11 actions for their units and nine communities in three phases.</summary>
public sealed class PlanImportTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task A_real_plan_is_looked_at_taken_and_taken_again_without_change()
    {
        var street = await Nanguan();
        var (plan, path) = (Sample("plan.json"), $"{street.Path}/plans");
        var expected = plan["actions"]!.AsArray().Sum(action => (action!["units"]!.AsArray().Count + 9) * 3);

        var tried = await street.Office.Post($"{path}?dryRun=true", plan);
        (tried.Body.GetProperty("taken").GetBoolean(), Outcomes(tried)).ShouldBe((false, $"Understood {expected}"));
        (await street.Office.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();

        var taken = await street.Office.Post(path, plan);
        (taken.Body.GetProperty("taken").GetBoolean(), Outcomes(taken), taken.Body.GetProperty("assignments").GetInt32())
            .ShouldBe((true, $"Understood {expected}", expected));

        var again = await street.Office.Post(path, plan);
        (again.Text("planId"), Outcomes(again)).ShouldBe((taken.Text("planId"), $"Unchanged {expected}"));

        var stored = await street.Office.Get($"{path}/{taken.Text("planId")}");
        (stored.Version, stored.Body.GetProperty("progress").ToString())
            .ShouldBe((1, $$"""{"Closed":{{expected / 3}},"Issued":{{expected * 2 / 3}}}"""));
        (await street.Office.Get(path)).Items.Single().GetProperty("assignments").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task What_was_over_at_issue_is_closed_and_what_was_not_ends_with_its_phase()
    {
        var street = await Nanguan();
        var taken = await street.Office.Post($"{street.Path}/plans", Sample("plan.json"));
        var items = (await street.Office.Get($"{street.Path}/assignments?plan={taken.Text("planId")}&unit=U001&limit=500")).Items;
        items.Length.ShouldBe(33);
        items.Where(item => item.GetProperty("phase").GetString() == "重点整改阶段")
            .ShouldAllBe(item => item.GetProperty("status").GetString() == "Closed" && !item.GetProperty("overdue").GetBoolean());
        items[^1].GetProperty("due").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public async Task One_unit_nobody_registered_and_nothing_is_taken()
    {
        var street = await Nanguan();
        var plan = Sample("plan.json");
        plan["actions"]![2]!["units"]![1] = "U999";
        var tried = await street.Office.Post($"{street.Path}/plans?dryRun=true", plan);
        Outcomes(tried).ShouldContain("Refused 3");

        var refused = await street.Office.Post($"{street.Path}/plans", plan);
        (refused.Status, refused.Pointers.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "/actions/2/units/1"));
        (await street.Office.Get($"{street.Path}/plans")).Items.ShouldBeEmpty();
        (await street.Office.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_plan_twice_at_once_is_taken_once()
    {
        var street = await Nanguan();
        var plan = Sample("plan.json").ToJsonString();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => street.Office.Post($"{street.Path}/plans", JsonNode.Parse(plan)!)));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/plans/{answers[0].Text("planId")}")).Version.ShouldBe(1);
    }

    private static string Outcomes(Answer answer) => SampleStreet.Outcomes(answer);

    private static JsonObject Sample(string file) => SampleStreet.Sample("nanguan", file);

    private Task<AStreet> Nanguan() => SampleStreet.Create(fixture, "nanguan");
}
