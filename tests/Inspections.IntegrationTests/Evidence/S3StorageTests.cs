using Campaign.Inspections.Evidence.Storage;

namespace Campaign.Inspections.IntegrationTests.Evidence;

public sealed class S3StorageTests : StorageTests, IAsyncLifetime
{
    private TinyS3? server;

    private TinyS3 Server => server!;

    public async ValueTask InitializeAsync() => server = await TinyS3.Start();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Dispose();
    }

    private protected override Task<IEvidenceFiles> Files() => Task.FromResult<IEvidenceFiles>(
        new S3Files(new(Server.Endpoint, TinyS3.Bucket, TinyS3.AccessKey, TinyS3.SecretKey)));

    [Fact]
    public async Task A_full_storage_says_that_it_is_full()
    {
        Server.IsFull = true;
        var (id, content) = Content(1000);

        var failure = await Should.ThrowAsync<EvidenceStorageException>(
            async () => await (await Files()).Keep(id, Received(content), default));
        failure.IsFull.ShouldBeTrue();
        Server.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_does_not_answer_says_something_else()
    {
        var files = await Files();
        await Server.DisposeAsync();

        (await Should.ThrowAsync<EvidenceStorageException>(() => files.Open(new('0', 64), default))).IsFull.ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_key_is_a_failure_and_not_an_empty_answer()
    {
        var files = new S3Files(new(Server.Endpoint, TinyS3.Bucket, "stranger", TinyS3.SecretKey));

        await Should.ThrowAsync<EvidenceStorageException>(() => files.Open(new('0', 64), default));
    }

    [Fact]
    public async Task The_secret_stays_here()
    {
        var (id, content) = Content(1000);
        await (await Files()).Keep(id, Received(content), default);

        Server.Headers.ShouldNotBeEmpty();
        Server.Headers.ShouldAllBe(headers => !headers.Contains(TinyS3.SecretKey, StringComparison.Ordinal));
    }
}
