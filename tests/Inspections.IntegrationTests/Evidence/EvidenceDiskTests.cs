using System.Net;
using System.Text.Json;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Storage;
using Campaign.Testing;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>The service on a disk that does not do what is asked of it.</summary>
public sealed class EvidenceDiskTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>, IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("evidence-").FullName;

    public void Dispose()
    {
        if (File.Exists(place)) File.Delete(place);
        else Directory.Delete(place, recursive: true);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_half_stored_and_the_same_upload_is_taken_once_there_is_room()
    {
        await using var host = fixture.Surroundings.Start<Program>(
            "inspections", services => services.AddSingleton<Spool, FullDisk>(), ("Evidence:Directory", place));
        await host.Ready();
        var street = await TestStreet.Create(host, "990101521");
        var photo = TinyPhoto.Of(21).ToJpeg();
        var key = Guid.NewGuid().ToString();

        using var full = await Put(street, photo, key);
        await full.ShouldBeProblem(HttpStatusCode.InsufficientStorage, "evidence-storage-full");
        JsonDocument.Parse(await full.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!.ShouldContain("空间已满");
        await NothingIsStored(host, street, photo);

        ((FullDisk)host.Get<Spool>()).HasRoom = true;
        using var again = await Put(street, photo, key);
        again.StatusCode.ShouldBe(HttpStatusCode.Created, await again.Content.ReadAsStringAsync());
        (await street.Office.GetByteArrayAsync(street.Path($"evidence/{TestStreet.Id(photo)}"))).ShouldBe(photo);
    }

    [Fact]
    public async Task A_disk_that_is_full_only_when_the_file_is_kept_keeps_nothing()
    {
        await using var host = fixture.Surroundings.Start<Program>(
            "inspections", services => services.AddSingleton<IEvidenceFiles, FullAtTheEnd>(), ("Evidence:Directory", place));
        await host.Ready();
        var street = await TestStreet.Create(host, "990101524");
        var photo = TinyPhoto.Of(24).ToJpeg();

        using var full = await street.Put(photo);
        await full.ShouldBeProblem(HttpStatusCode.InsufficientStorage, "evidence-storage-full");
        await NothingIsStored(host, street, photo);
    }

    [Fact]
    public async Task Without_its_directory_the_service_says_that_it_cannot_look_and_not_that_there_is_nothing()
    {
        await using var host = fixture.Surroundings.Start<Program>("inspections", null, ("Evidence:Directory", place));
        await host.Ready();
        var street = await TestStreet.Create(host, "990101525");
        var (stored, photo) = (await street.Upload(TinyPhoto.Of(25)), TinyPhoto.Of(26).ToJpeg());
        Directory.Delete(place, recursive: true);
        await File.WriteAllTextAsync(place, "in the way");

        using var put = await street.Put(photo);
        await put.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "evidence-storage-unavailable");
        using var get = await street.Office.GetAsync(street.Path($"evidence/{stored}"));
        await get.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "evidence-storage-unavailable");
        (await Rows(host, photo)).ShouldBe(0);
    }

    private static Task<HttpResponseMessage> Put(TestStreet street, byte[] photo, string key)
    {
        var request =
            new HttpRequestMessage(
                HttpMethod.Put, street.Path($"evidence/{TestStreet.Id(photo)}"))
            { Content = new ByteArrayContent(photo) };
        request.Headers.Add("Idempotency-Key", key);
        return street.Inspector.SendAsync(request);
    }

    private async Task NothingIsStored(ServiceHost<Program> host, TestStreet street, byte[] photo)
    {
        Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        (await Rows(host, photo)).ShouldBe(0);
        using var get = await street.Office.GetAsync(street.Path($"evidence/{TestStreet.Id(photo)}"));
        get.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<int> Rows(ServiceHost<Program> host, byte[] photo)
    {
        await using var connection = await host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT count(*)::int FROM app.evidence WHERE sha256 = @id", new { id = TestStreet.Id(photo) });
    }

    /// <summary>The operating system itself says that there is no room.</summary>
    private static async ValueTask Refuse(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await full.WriteAsync(bytes, cancellation);
    }

    private sealed class FullDisk(EvidenceSettings settings, TimeProvider clock) : Spool(settings, clock)
    {
        public bool HasRoom { get; set; }

        protected override Stream Open(string path) => HasRoom ? base.Open(path) : new HalfStream(base.Open(path));
    }

    /// <summary>Takes the first bytes and no more.</summary>
    private sealed class HalfStream(Stream disk) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await disk.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            await Refuse(buffer[(buffer.Length / 2)..], cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            disk.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Some file systems find room for the bytes and say at the very end that there was none.</summary>
    private sealed class FullAtTheEnd : IEvidenceFiles
    {
        public async Task Keep(string sha256, string path, CancellationToken cancellation) =>
            await Disk.Do(() => Refuse(new byte[1], cancellation));

        public Task<Stream?> Open(string sha256, CancellationToken cancellation) => Task.FromResult<Stream?>(null);
    }
}
