using System.Net;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

public sealed class EvidenceQuestionTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly TinyExif Honest = TinyExif.At(Now, 117.2, 33.6);

    [Fact]
    public async Task A_case_with_honest_photos_raises_no_question()
    {
        var street = await TestStreet.Create(fixture, "990101541");
        var photo = await street.Upload(TinyPhoto.Of(41, Honest));
        var id = await street.Record(null, photo);
        await Recognised.Await(fixture.Host, photo);

        (await Questions(street, id)).ShouldBeEmpty();
        (await street.Get($"findings/{id}")).GetProperty("evidenceQuestions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_photo_from_another_time_and_place_is_asked_about()
    {
        var street = await TestStreet.Create(fixture, "990101542");
        var photo = await street.Upload(TinyPhoto.Of(42, TinyExif.At(Now.AddDays(-9), 117.25, 33.6)));
        var id = await street.Record(null, photo);

        var questions = await Questions(street, id);
        questions.Select(q => q.GetProperty("kind").GetString()).ShouldBe(["TakenAtOtherTime", "TakenElsewhere"]);
        questions.ShouldAllBe(q => q.GetProperty("photo").GetString() == photo);
        questions[1].GetProperty("text").GetString().ShouldBe("照片的拍摄位置距案件地点约 4.6 公里，请核实拍摄地点。");
        (await street.Get($"findings/{id}")).GetProperty("evidenceQuestions").GetArrayLength().ShouldBe(2);
        (await street.Get("evidence-questions")).GetProperty("items").GetArrayLength().ShouldBe(0, "it was not reported");
        var listed = (await street.Get("evidence-questions?open=false")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (listed.GetProperty("finding").GetGuid(), listed.GetProperty("questions").GetArrayLength()).ShouldBe((id, 2));
    }

    [Fact]
    public async Task A_picture_that_another_case_had_first_is_found_by_content_and_by_look()
    {
        var street = await TestStreet.Create(fixture, "990101543");
        var picture = TinyPhoto.Of(43);
        var photo = await street.Upload(picture);
        var first = await street.Record(null, photo);
        var number = (await street.Get($"findings/{first}")).GetProperty("caseNumber").GetString();

        var same = (await Questions(street, await street.Record(null, photo))).ShouldHaveSingleItem();
        var brighter = await street.Upload(picture.Brighter());
        await Recognised.Await(fixture.Host, photo, brighter);
        var similar = (await Questions(street, await street.Record(null, brighter)))[0];

        (await Questions(street, first)).ShouldBeEmpty();
        same.GetProperty("kind").GetString().ShouldBe("SameFile");
        similar.GetProperty("kind").GetString().ShouldBe("SimilarPicture");
        foreach (var question in new[] { same, similar }) question.GetProperty("otherCase").GetString().ShouldBe(number);
    }

    [Fact]
    public async Task Another_streets_pictures_are_not_looked_at()
    {
        var (street, other) = (await TestStreet.Create(fixture, "990101544"), await TestStreet.Create(fixture, "990101545"));
        var photo = await other.Upload(TinyPhoto.Of(44));
        await other.Record(null, photo);
        var id = await street.Record(null, await street.Upload(TinyPhoto.Of(44)));
        await Recognised.Await(fixture.Host, photo);

        (await Questions(street, id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_that_is_reported_with_the_photo_from_before_is_asked_about_and_the_unit_is_not_told()
    {
        var street = await TestStreet.Create(fixture, "990101546");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var stranger = fixture.Client(Role.UnitOfficer, street.Code, "U099");
        var photo = await street.Upload(TinyPhoto.Of(46));
        var id = await street.Record(null, photo);
        var assignment = Guid.CreateVersion7();
        await fixture.Bus.Publish(
            new RectificationAssigned(
                street.Code, id, 1, assignment, 1, TestStreet.AnotherUnit, [TestStreet.Unit], null, Now.AddDays(2), Now));
        await fixture.Bus.Publish(
            new RectificationReported(street.Code, id, 1, assignment, 2, TestStreet.AnotherUnit, [photo], null, Now.AddMinutes(1)));
        await Eventually.Holds(async () => (await street.Get($"findings/{id}/photos")).GetArrayLength() == 2);

        (await Questions(street, id)).ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("与本案此前的整改前照片是同一个文件，请核实是否重复使用。");
        (await street.Get($"findings/{id}", officer)).TryGetProperty("evidenceQuestions", out _).ShouldBeFalse();
        (await officer.GetAsync(street.Path($"findings/{id}/evidence-questions"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Get($"findings/{id}/photos", officer)).GetArrayLength().ShouldBe(2);
        (await stranger.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(street.Path($"findings/{id}/photos"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_photo_may_be_near_or_far_but_not_yet_after()
    {
        var street = await TestStreet.Create(fixture, "990101547");
        var (near, far) = (await street.Upload(TinyPhoto.Of(471)), await street.Upload(TinyPhoto.Of(472)));
        var id = await street.Record();

        using var added = await street.Post(
            $"findings/{id}/photos", new { photos = new[] { near, far }, photoRoles = new[] { new { photo = near, role = "Near" } } });
        added.StatusCode.ShouldBe(HttpStatusCode.OK, await added.Content.ReadAsStringAsync());
        using var after = await street.Post(
            $"findings/{id}/photos", new { photos = new[] { near }, photoRoles = new[] { new { photo = near, role = "After" } } });
        await after.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/photoRoles");

        var photos = await street.Get($"findings/{id}/photos");
        photos.EnumerateArray().Select(p => (p.GetProperty("photo").GetString(), p.GetProperty("role").GetString()))
            .ShouldBe([(far, "Before"), (near, "Near")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_photos_of_a_relapse_belong_to_its_new_round()
    {
        var street = await TestStreet.Create(fixture, "990101548");
        var id = await street.StruckOff("C-1", Now.AddDays(-20), 117.2, 33.6);
        var photo = await street.Upload(TinyPhoto.Of(48));
        (await street.Post($"findings/{id}/relapse", new { reason = "再次堆积", photos = new[] { photo } })).StatusCode.ShouldBe(
            HttpStatusCode.OK);

        var shown = (await street.Get($"findings/{id}/photos")).EnumerateArray().ShouldHaveSingleItem();
        (shown.GetProperty("photo").GetString(), shown.GetProperty("role").GetString(), shown.GetProperty("round").GetInt32())
            .ShouldBe((photo, "Before", 2));
    }

    private static async Task<IReadOnlyList<JsonElement>> Questions(TestStreet street, Guid id) =>
        [.. (await street.Get($"findings/{id}/evidence-questions")).EnumerateArray()];
}
