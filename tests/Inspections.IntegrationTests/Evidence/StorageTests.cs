using System.Security.Cryptography;
using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>What holds for every storage behind the door.</summary>
public abstract class StorageTests : IDisposable
{
    private protected string Place { get; } = Directory.CreateTempSubdirectory("evidence-").FullName;

    private protected abstract Task<IEvidenceFiles> Files();

    public void Dispose()
    {
        Directory.Delete(Place, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_kept_is_given_back()
    {
        var files = await Files();
        var (id, content) = Content(100_000);
        await files.Keep(id, Received(content), default);

        (await Read(files, id)).ShouldBe(content);
    }

    [Fact]
    public async Task The_same_once_more_changes_nothing()
    {
        var files = await Files();
        var (id, content) = Content(1000);
        await files.Keep(id, Received(content), default);
        await files.Keep(id, Received(content), default);

        (await Read(files, id)).ShouldBe(content);
    }

    [Fact]
    public async Task What_was_never_kept_is_not_there() => (await (await Files()).Open(new('0', 64), default)).ShouldBeNull();

    [Theory, InlineData(0, 10), InlineData(4000, 96_000), InlineData(99_990, 10)]
    public async Task Any_part_of_it_is_read(int from, int count)
    {
        var files = await Files();
        var (id, content) = Content(100_000);
        await files.Keep(id, Received(content), default);

        await using var stream = (await files.Open(id, default)).ShouldNotBeNull();
        var part = new byte[count];
        stream.Length.ShouldBe(content.Length);
        stream.Seek(from, SeekOrigin.Begin);
        await stream.ReadExactlyAsync(part);
        part.ShouldBe(content[from..(from + count)]);
        stream.Position.ShouldBe(from + count);
    }

    private protected string Received(byte[] content)
    {
        var path = Path.Combine(Place, $"{Guid.NewGuid():N}.part");
        File.WriteAllBytes(path, content);
        return path;
    }

    private protected static (string Id, byte[] Content) Content(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        return (Convert.ToHexStringLower(SHA256.HashData(content)), content);
    }

    private static async Task<byte[]> Read(IEvidenceFiles files, string id)
    {
        await using var stream = (await files.Open(id, default)).ShouldNotBeNull();
        await using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}

public sealed class LocalStorageTests : StorageTests
{
    private EvidenceSettings Settings => new() { Directory = Place };

    private protected override Task<IEvidenceFiles> Files() => Task.FromResult<IEvidenceFiles>(new LocalFiles(Settings));

    [Fact]
    public async Task Nothing_but_the_file_is_left()
    {
        var (id, content) = Content(1000);
        await (await Files()).Keep(id, Received(content), default);

        Directory.EnumerateFiles(Place, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(Place, id[..2], id)]);
    }

    [Fact]
    public async Task What_a_crash_left_is_swept_at_the_start_and_what_another_instance_receives_is_not()
    {
        var (forsaken, receiving) = (Received([1]), Received([2]));
        File.SetLastWriteTimeUtc(forsaken, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        await new Spool(Settings, TimeProvider.System).StartAsync(default);

        File.Exists(forsaken).ShouldBeFalse();
        File.Exists(receiving).ShouldBeTrue();
    }

    [Fact]
    public void A_directory_that_is_not_there_is_not_safe() =>
        Should.Throw<IOException>(() => DirectorySync.Flush(Path.Combine(Place, "nowhere")));
}
