using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

public sealed class EvidenceTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly byte[] Mp4 = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0];

    [Fact]
    public async Task A_photo_is_kept_once_and_given_back_as_what_it_is()
    {
        var street = await TestStreet.Create(fixture, "990101501");
        var photo = TestStreet.Photo("路口");

        using var first = await street.Put(photo);
        using var again = await street.Put(photo);
        using var got = await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(photo)}"));

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await got.Content.ReadAsByteArrayAsync()).ShouldBe(photo);
    }

    [Fact]
    public async Task Another_street_does_not_see_it()
    {
        var street = await TestStreet.Create(fixture, "990101502");
        var other = await TestStreet.Create(fixture, "990101503");
        var photo = TestStreet.Photo("仓库");
        (await street.Put(photo)).Dispose();

        using var answer = await other.Office.GetAsync(other.Path($"evidence/{TestStreet.Id(photo)}"));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "evidence-not-found");
    }

    [Fact]
    public async Task What_is_not_what_it_says_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101504");

        using var broken = await street.Put(TestStreet.Photo("传输有误"), TestStreet.Id(TestStreet.Photo("另一张")));
        await broken.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-content-differs");
        using var foreign = await street.Put("GIF89a not taken"u8.ToArray());
        await foreign.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-type-not-taken");
        (await foreign.Content.ReadAsStringAsync()).ShouldContain("GIF 图片");
        using var archive = await street.Put([.. "PK\u0003\u0004"u8, .. new byte[60]]);
        (await archive.Content.ReadAsStringAsync()).ShouldContain("ZIP 压缩包");
        using var nameless = await street.Put(TestStreet.Photo("无编号"), "photo.jpg");
        await nameless.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-id-invalid");
    }

    [Fact]
    public async Task Each_kind_has_its_own_limit()
    {
        var street = await TestStreet.Create(fixture, "990101505");
        byte[] photo = [.. TestStreet.Photo("大"), .. new byte[20 << 20]];
        byte[] video = [.. Mp4, .. new byte[20 << 20]];

        using var refused = await street.Put(photo);
        await refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-too-large");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("JPEG 照片不能超过 20 MB");
        (await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(photo)}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var taken = await street.Put(video);
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_picture_that_would_unpack_to_gigabytes_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101506");
        var bomb = TinyPhoto.Of(1).ToJpeg();
        ((byte[])[0xFF, 0xDC, 0xFF, 0xDC]).CopyTo(bomb, bomb.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]) + 5);

        using var answer = await street.Put(bomb);
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-too-many-pixels");
    }

    [Fact]
    public async Task A_photo_that_cannot_be_opened_is_refused_and_not_kept()
    {
        var street = await TestStreet.Create(fixture, "990101510");
        foreach (var broken in (byte[][])[[0xFF, 0xD8, 0xFF], TestStreet.Photo("半张")[..300]])
        {
            using var answer = await street.Put(broken);
            await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-unreadable");
            (await answer.Content.ReadAsStringAsync()).ShouldContain("照片无法打开");
            using var got = await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(broken)}"));
            got.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_time_that_is_only_the_files_is_marked()
    {
        var street = await TestStreet.Create(fixture, "990101511");
        var photo = await street.Upload(TinyPhoto.Of(11, new TinyExif(Written: "2024:09:02 08:41:07")));
        var id = await street.Record(null, photo);

        var shown = (await street.Get($"findings/{id}/photos"))[0];
        shown.GetProperty("takenAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 9, 2, 8, 41, 7, TimeSpan.FromHours(8)));
        shown.GetProperty("takenAtIsFileTime").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_photo_says_of_itself_is_kept()
    {
        var street = await TestStreet.Create(fixture, "990101508");
        var photo = TinyPhoto.Of(8, new TinyExif("2024:09:02 08:41:07", "+08:00", 117.2, 33.6)).ToJpeg();

        using var answer = await street.Put(photo);
        var stored = await answer.Json();
        (stored.GetProperty("width").GetInt32(), stored.GetProperty("height").GetInt32()).ShouldBe((144, 128));
        stored.GetProperty("takenAt").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2024, 9, 2, 8, 41, 7, TimeSpan.FromHours(8)));
        stored.GetProperty("takenAtIsFileTime").GetBoolean().ShouldBeFalse();
        stored.GetProperty("longitude").GetDouble().ShouldBe(117.2, 0.00001);
    }

    [Fact]
    public async Task Of_one_caller_six_files_are_received_at_a_time()
    {
        var street = await TestStreet.Create(fixture, "990101516");
        using var inspector = fixture.Host.Server.CreateClient().As(fixture.Surroundings.Identity.Token(Role.Inspector, street.Code));
        var rest = new TaskCompletionSource();
        var photos = Enumerable.Range(0, 6).Select(n => new SlowPhoto($"第{n}张", rest.Task)).ToList();
        var answers = photos.Select(slow => inspector.PutAsync(street.Path($"evidence/{slow.Id}"), slow)).ToList();
        foreach (var slow in photos) await slow.IsBeingRead.WaitAsync(TimeSpan.FromMinutes(1));

        var photo = TestStreet.Photo("第七张");
        using var seventh = await street.Put(photo);
        await seventh.ShouldBeProblem(HttpStatusCode.TooManyRequests, "uploads-in-progress");
        seventh.Headers.RetryAfter.ShouldNotBeNull();
        using var anothers = await street.Office.PutAsync(street.Path($"evidence/{TestStreet.Id(photo)}"), new ByteArrayContent(photo));
        anothers.StatusCode.ShouldBe(HttpStatusCode.Created);

        rest.SetResult();
        foreach (var answer in await Task.WhenAll(answers)) answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await street.Put(photo)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_unit_uploads_its_own_after_photos_and_sees_them_and_no_others()
    {
        var street = await TestStreet.Create(fixture, "990101509");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var colleague = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var stranger = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        var photo = TestStreet.Photo("整改后");
        var address = street.Path($"evidence/{TestStreet.Id(photo)}");

        using var put = await officer.PutAsync(address, new ByteArrayContent(photo));
        put.StatusCode.ShouldBe(HttpStatusCode.Created);

        (await officer.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await colleague.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await street.Inspector.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await stranger.GetAsync(address)).ShouldBeProblem(HttpStatusCode.NotFound, "evidence-not-found");
    }
}
