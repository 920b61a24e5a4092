using System.IO.Compression;
using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>Documents, and photos in small.</summary>
public sealed class DocumentTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_document_is_saved_and_never_shown_and_is_no_photo()
    {
        var street = await TestStreet.Create(fixture, "990101518");
        byte[] Word(string more)
        {
            using var file = new MemoryStream();
            using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var name in new[] { "[Content_Types].xml", "word/document.xml", more }) archive.CreateEntry(name);
            return file.ToArray();
        }
        var word = Word("word/styles.xml");
        (await street.Put(word)).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var got = await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(word)}"));
        var disposition = got.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileName).ShouldBe(("attachment", $"{TestStreet.Id(word)[..12]}.docx"));
        using var macros = await street.Put(Word("word/vbaProject.bin"));
        await macros.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-type-not-taken");
        (await macros.Content.ReadAsStringAsync()).ShouldContain("含宏");
        using var photo = await street.Post("findings", TestStreet.Finding(TestStreet.Id(word)));
        await photo.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "photo-is-document", "/photos/0");
        using var small = await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(word)}?width=320"));
        await small.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-has-no-thumbnail");
    }

    [Fact]
    public async Task A_photo_in_small_is_the_same_for_ever_and_for_those_alone_who_may_see_it()
    {
        var street = await TestStreet.Create(fixture, "990101517");
        var id = await street.Upload("小图");
        var path = street.Path($"evidence/{id}?width=320");
        using var small = await street.Office.GetAsync(path);
        (small.StatusCode, small.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "image/webp"));
        (small.Headers.ETag!.Tag, small.Headers.CacheControl!.ToString()).ShouldBe(
            ($"\"{id}-320\"", "max-age=31536000, private, immutable"));
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(small.Headers.ETag);
        (await street.Office.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var other = await street.Office.GetAsync(street.Path($"evidence/{id}?width=640"));
        await other.ShouldBeProblem(HttpStatusCode.BadRequest, "width-not-offered");
        using var stranger = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        (await stranger.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
