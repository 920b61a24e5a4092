using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>What is kept is given back: whole, in part, or only its head.</summary>
public sealed class EvidenceReadingTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_video_is_played_from_any_point()
    {
        var street = await TestStreet.Create(fixture, "990101507");
        byte[] video = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0, .. Encoding.ASCII.GetBytes(new string('x', 1000) + "the end")];
        (await street.Put(video)).Dispose();

        using var request = new HttpRequestMessage(HttpMethod.Get, street.Path($"evidence/{TestStreet.Id(video)}"));
        request.Headers.Range = new RangeHeaderValue(video.Length - 7, null);
        using var part = await street.Office.SendAsync(request);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        (await part.Content.ReadAsStringAsync()).ShouldBe("the end");
    }

    [Fact]
    public async Task Asked_for_its_head_alone_a_photo_says_what_it_is()
    {
        var street = await TestStreet.Create(fixture, "990101512");
        var photo = TestStreet.Photo("只问有无");
        var address = street.Path($"evidence/{TestStreet.Id(photo)}");
        (await street.Put(photo)).Dispose();

        using var head = await street.Office.SendAsync(new(HttpMethod.Head, address));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (head.Content.Headers.ContentLength, head.Content.Headers.ContentType!.MediaType).ShouldBe((photo.Length, "image/jpeg"));
        head.Headers.ETag!.Tag.ShouldBe($"\"{TestStreet.Id(photo)}\"");
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();

        using var part = new HttpRequestMessage(HttpMethod.Head, address) { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var headOfPart = await street.Office.SendAsync(part);
        headOfPart.IsSuccessStatusCode.ShouldBeTrue();
        (await headOfPart.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "990101513", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "990101513", HttpStatusCode.NotFound)]
    [InlineData("GET", "990101514", HttpStatusCode.Forbidden)]
    [InlineData("HEAD", "990101514", HttpStatusCode.Forbidden)]
    public async Task What_is_not_there_or_not_for_this_caller_is_answered_alike(string method, string code, HttpStatusCode status)
    {
        using var office = fixture.Client(Role.StreetOffice, "990101513");
        foreach (var id in (string[])["photo.jpg", "%20", new('0', 64), new('A', 64)])
        {
            using var answer = await office.SendAsync(new(new(method), $"/api/streets/{code}/evidence/{id}"));
            answer.StatusCode.ShouldBe(status, id);
        }
    }

    [Fact]
    public async Task A_part_that_is_beyond_the_end_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101515");
        var photo = TestStreet.Photo("末尾以后");
        (await street.Put(photo)).Dispose();

        using var request = new HttpRequestMessage(HttpMethod.Get, street.Path($"evidence/{TestStreet.Id(photo)}"));
        request.Headers.Range = new RangeHeaderValue(photo.Length, null);
        using var answer = await street.Office.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }
}
