using System.Net;
using System.Security.Cryptography;
using Campaign.ServiceDefaults.Identity;

namespace Campaign.Inspections.IntegrationTests;

public sealed class EvidenceTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_photo_is_kept_once_and_given_back_as_what_it_is()
    {
        var street = await TestStreet.Create(fixture, "990101501");
        var photo = TestStreet.Photo("路口");

        using var first = await Put(street, photo);
        using var again = await Put(street, photo);
        using var got = await street.Office.GetAsync(street.Path($"evidence/{Id(photo)}"));

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        got.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        (await got.Content.ReadAsByteArrayAsync()).ShouldBe(photo);
    }

    [Fact]
    public async Task Another_street_does_not_see_it()
    {
        var street = await TestStreet.Create(fixture, "990101502");
        var other = await TestStreet.Create(fixture, "990101503");
        var photo = TestStreet.Photo("仓库");
        (await Put(street, photo)).Dispose();

        using var answer = await other.Office.GetAsync(other.Path($"evidence/{Id(photo)}"));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "evidence-not-found");
    }

    [Fact]
    public async Task What_is_not_what_it_says_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101504");
        var text = "not a photo"u8.ToArray();

        using var broken = await Put(street, TestStreet.Photo("传输有误"), Id(TestStreet.Photo("另一张")));
        await broken.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-content-differs");
        using var foreign = await Put(street, text);
        await foreign.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-type-not-taken");
        using var nameless = await Put(street, text, "photo.jpg");
        await nameless.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-id-invalid");
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101505");
        byte[] large = [.. TestStreet.Photo("大"), .. new byte[20 * 1024 * 1024]];

        using var answer = await Put(street, large);
        await answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        (await street.Office.GetAsync(street.Path($"evidence/{Id(large)}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_unit_uploads_its_own_after_photos()
    {
        var street = await TestStreet.Create(fixture, "990101506");
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        var photo = TestStreet.Photo("整改后");

        using var answer = await officer.PutAsync(street.Path($"evidence/{Id(photo)}"), new ByteArrayContent(photo));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static Task<HttpResponseMessage> Put(TestStreet street, byte[] content, string? id = null) =>
        street.Inspector.PutAsync(street.Path($"evidence/{id ?? Id(content)}"), new ByteArrayContent(content));

    private static string Id(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
