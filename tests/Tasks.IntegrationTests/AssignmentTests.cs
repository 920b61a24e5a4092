using System.Net;

namespace Campaign.Tasks.IntegrationTests;

public sealed class AssignmentTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly string[] Photos = [new('b', 64)];
    private static readonly DateTimeOffset Due = new DateTimeOffset(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task An_assignment_is_issued_taken_submitted_returned_submitted_again_and_approved()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        var issued = await Issue(street);
        (issued.Status, issued.Version).ShouldBe((HttpStatusCode.Created, 1));
        var path = $"{street.Path}/assignments/{issued.Id}";

        (await officer.Post($"{path}/acknowledgement", new { })).Version.ShouldBe(2);
        (await officer.Post($"{path}/acknowledgement", new { })).Version.ShouldBe(2);
        (await officer.Post($"{path}/submission", new { photos = Photos, note = "已归档" })).Version.ShouldBe(3);
        (await street.Office.Post($"{path}/return", new { reason = "缺少2019年资料" })).Version.ShouldBe(4);
        (await street.Assignment(issued.Id)).Text("reason").ShouldBe("缺少2019年资料");
        (await officer.Post($"{path}/submission", new { photos = Photos })).Version.ShouldBe(5);
        (await street.Office.Post($"{path}/approval", new { })).Version.ShouldBe(6);

        var done = await officer.Get(path);
        (done.Text("status"), done.Text("kind"), done.Version).ShouldBe(("Approved", "OneOff", 6));
        done.Body.GetProperty("due").GetDateTimeOffset().ShouldBe(Due);
        done.Body.GetProperty("photos")[0].GetString().ShouldBe(Photos[0]);
    }

    [Fact]
    public async Task A_deadline_is_extended_a_unit_replaced_and_the_assignment_cancelled()
    {
        var street = await AStreet.Create(fixture);
        var issued = await Issue(street);
        var path = $"{street.Path}/assignments/{issued.Id}";
        await street.Office.Post($"{path}/extension", new { reason = "连续降雨" });
        await street.Office.Post($"{path}/reassignment", new { unit = AStreet.Sanitation, reason = "职责调整" });
        var now = await street.Assignment(issued.Id);
        now.Text("unit").ShouldBe(AStreet.Sanitation);
        now.Body.GetProperty("due").GetDateTimeOffset().ShouldBeGreaterThan(Due);

        (await street.Office.Post($"{path}/reassignment", new { unit = "U999", reason = "职责调整" })).Rule.ShouldBe("unit-unknown");
        await street.Office.Post($"{path}/cancellation", new { reason = "重复下达" });
        (await street.Assignment(issued.Id)).Text("status").ShouldBe("Cancelled");
        (await street.Office.Post($"{path}/extension", new { reason = "连续降雨" })).Rule.ShouldBe("assignment-not-open");
    }

    [Fact]
    public async Task A_stale_version_is_412_and_a_refusal_names_its_rule()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        var path = $"{street.Path}/assignments/{(await Issue(street)).Id}";
        await officer.Post($"{path}/acknowledgement", new { });

        var stale = await officer.Post($"{path}/submission", new { photos = Photos }, ifMatch: 1);
        (stale.Status, stale.Rule).ShouldBe((HttpStatusCode.PreconditionFailed, "version-stale"));
        (await officer.Post($"{path}/submission", new { photos = Photos }, ifMatch: 2)).Version.ShouldBe(3);

        var early = await street.Office.Post($"{street.Path}/assignments/{(await Issue(street)).Id}/approval", new { });
        (early.Status, early.Rule).ShouldBe((HttpStatusCode.Conflict, "not-submitted"));
        (await street.Office.Post($"{street.Path}/assignments/{Guid.NewGuid()}/approval", new { })).Rule.ShouldBe("assignment-not-found");
    }

    [Fact]
    public async Task The_same_idempotency_key_issues_one_assignment()
    {
        var street = await AStreet.Create(fixture);
        var key = Guid.NewGuid().ToString();
        var first = await Issue(street, key: key);
        var again = await Issue(street, key: key);
        (again.Replayed, again.Id).ShouldBe((true, first.Id));
        (await Issue(street, title: "另一项任务", key: key)).Rule.ShouldBe("idempotency-key-reused");
        (await street.Office.Get($"{street.Path}/assignments")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_officer_sees_and_moves_only_what_is_his()
    {
        var street = await AStreet.Create(fixture);
        var issued = await Issue(street);
        var path = $"{street.Path}/assignments/{issued.Id}";
        using var other = street.Officer(AStreet.Sanitation);

        (await other.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();
        (await other.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var acted = await other.Post($"{path}/acknowledgement", new { });
        (acted.Status, acted.Rule).ShouldBe((HttpStatusCode.Forbidden, "unit-not-yours"));

        using var own = street.Officer(AStreet.HealthOffice);
        (await own.Get($"{street.Path}/assignments")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Another_street_does_not_see_it()
    {
        var street = await AStreet.Create(fixture);
        var neighbour = await AStreet.Create(fixture);
        var issued = await Issue(street);
        (await neighbour.Office.Get($"{street.Path}/assignments/{issued.Id}")).Rule.ShouldBe("street-not-yours");
        (await neighbour.Assignment(issued.Id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_is_filtered_and_comes_page_by_page_by_deadline()
    {
        var street = await AStreet.Create(fixture);
        for (var day = 3; day >= 1; day--) await Issue(street, title: $"第{day}", due: Due.AddDays(day));
        await Issue(street, unit: AStreet.Sanitation);

        var path = $"{street.Path}/assignments?unit={AStreet.HealthOffice}&status=Issued&kind=OneOff&overdue=false&limit=2";
        var first = await street.Office.Get(path);
        var second = await street.Office.Get($"{path}&after={first.Text("next")}");
        first.Items.Concat(second.Items).Select(item => item.GetProperty("title").GetString()).ShouldBe(["第1", "第2", "第3"]);
        second.Body.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_breaks_a_rule_in_itself_is_422_with_a_pointer()
    {
        var street = await AStreet.Create(fixture);
        (await Issue(street, unit: "U999")).Pointers.ShouldBe(["/unit"]);
        (await Issue(street, due: new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))).Rule.ShouldBe("due-before-now");
        (await Issue(street, title: "")).Pointers.ShouldBe(["/title"]);
        var photo = await street.Office.Post(
            $"{street.Path}/assignments/{(await Issue(street)).Id}/submission", new { photos = new[] { "x" } });
        photo.Body.GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("photo-id-invalid");
    }

    private static Task<Answer> Issue(
        AStreet street, string title = "档案资料归档", string unit = AStreet.HealthOffice, DateTimeOffset? due = null, string? key = null) =>
        street.Office.Post($"{street.Path}/assignments", new { title, unit, due = due ?? Due }, key: key);
}
