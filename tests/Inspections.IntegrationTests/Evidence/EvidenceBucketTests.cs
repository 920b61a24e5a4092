using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>The service on a bucket instead of a disk.</summary>
public sealed class EvidenceBucketTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task In_a_bucket_photos_are_kept_and_given_back_in_parts()
    {
        await using var s3 = await TinyS3.Start();
        var place = Directory.CreateTempSubdirectory("evidence-").FullName;
        await using var host = fixture.Surroundings.Start<Program>("inspections", null, [("Evidence:Directory", place), .. Settings(s3)]);
        await host.Ready();
        var street = await TestStreet.Create(host, "990101522");
        var photo = TinyPhoto.Of(22).ToJpeg();

        using var put = await street.Put(photo);
        put.StatusCode.ShouldBe(HttpStatusCode.Created, await put.Content.ReadAsStringAsync());
        s3.Keys.ShouldBe([TestStreet.Id(photo)]);
        Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).ShouldBeEmpty();

        using var request = new HttpRequestMessage(HttpMethod.Get, street.Path($"evidence/{TestStreet.Id(photo)}"));
        request.Headers.Range = new(10, 19);
        using var part = await street.Office.SendAsync(request);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(photo[10..20]);
    }

    [Fact]
    public async Task A_bucket_that_is_full_or_away_is_a_clear_problem()
    {
        await using var s3 = await TinyS3.Start();
        await using var host = fixture.Surroundings.Start<Program>("inspections", null, Settings(s3));
        await host.Ready();
        var street = await TestStreet.Create(host, "990101523");

        s3.IsFull = true;
        using var full = await street.Put(TinyPhoto.Of(23).ToJpeg());
        await full.ShouldBeProblem(HttpStatusCode.InsufficientStorage, "evidence-storage-full");
        await s3.DisposeAsync();
        using var away = await street.Put(TinyPhoto.Of(23).ToJpeg());
        await away.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "evidence-storage-unavailable");
    }

    private static (string, string)[] Settings(TinyS3 s3) =>
    [
        ("Evidence:S3:Endpoint", s3.Endpoint), ("Evidence:S3:Bucket", TinyS3.Bucket),
        ("Evidence:S3:AccessKey", TinyS3.AccessKey), ("Evidence:S3:SecretKey", TinyS3.SecretKey),
    ];
}
