using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A caller who is gone when his answer is written, and comes back with the same Idempotency-Key.</summary>
public sealed class HungUpTests : IAsyncLifetime
{
    private HangsUp line = null!;
    private ServiceHost<Program> service = null!;

    public async ValueTask InitializeAsync()
    {
        service = (await Surroundings.Create()).Start<Program>("inspections", services => services.PutBetween(
            (provider, real) => line = new HangsUp(real, provider.GetRequiredService<IHttpContextAccessor>())));
        await service.Ready();
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_for_one_who_is_gone_is_found_by_the_repeat()
    {
        var street = await TestStreet.Create(service, "990101403");

        var finding = await Repeated(() => street.Post("findings", TestStreet.Finding(), key: "k-gone"), HttpStatusCode.Created);

        (await street.Get("findings")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("id").GetGuid().ShouldBe(finding.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task An_answer_left_half_written_is_not_kept_for_the_repeat()
    {
        var street = await TestStreet.Create(service, "990101404");
        var finding = await street.Record();

        var done = await Repeated(
            () => street.Post($"findings/{finding}/void", new { reason = "重复登记" }, street.Office, "k-gone"), HttpStatusCode.OK);

        done.GetProperty("version").GetInt64().ShouldBe(2);
    }

    /// <summary>Sent once by somebody who hangs up on the way, then again.</summary>
    private async Task<JsonElement> Repeated(Func<Task<HttpResponseMessage>> send, HttpStatusCode status)
    {
        line.HangUpAfterTheCommit = true;
        await Should.ThrowAsync<Exception>(send);
        var repeat = await Eventually.Becomes(send, answer => answer.StatusCode is not HttpStatusCode.Conflict);
        repeat.StatusCode.ShouldBe(status);
        return JsonDocument.Parse(await repeat.Content.ReadAsStringAsync()).RootElement;
    }

    private sealed class HangsUp(IEventStore store, IHttpContextAccessor accessor) : IEventStore
    {
        public bool HangUpAfterTheCommit { get; set; }

        public Task<StreamState<T>> Load<T>(StreamId<T> stream, CancellationToken cancellation) where T : class, IAggregate<T> =>
            store.Load(stream, cancellation);

        public Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation) => store.Read(stream, cancellation);

        public async Task Append(
            IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
        {
            await store.Append(appends, metadata, cancellation, alongside);
            if (!HangUpAfterTheCommit || accessor.HttpContext is not { } http) return;
            HangUpAfterTheCommit = false;
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var told = http.RequestAborted.Register(gone.SetResult);
            http.Abort();
            // Told on another thread: until then the answer would still be written whole.
            await gone.Task;
        }
    }
}
