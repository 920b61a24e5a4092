using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A caller who is gone when his answer is written, and comes back with the same Idempotency-Key.</summary>
public sealed class HungUpTests
{
    [Fact]
    public async Task The_repeat_is_told_what_the_one_who_hung_up_did_not_hear()
    {
        HangsUp? line = null;
        await using var service = (await Surroundings.Create()).Start<Program>("inspections", services => services.Replace(Between(services, made => line = made)));
        await service.Ready();
        var street = await TestStreet.Create(service, "990101403");

        line!.HangUpAfterTheCommit = true;
        await Should.ThrowAsync<Exception>(() => street.Post("findings", TestStreet.Finding(), key: "k-gone"));

        var repeat = await Eventually.Becomes(
            () => street.Post("findings", TestStreet.Finding(), key: "k-gone"), answer => answer.StatusCode is not HttpStatusCode.Conflict);
        repeat.StatusCode.ShouldBe(HttpStatusCode.Created);
        var finding = JsonDocument.Parse(await repeat.Content.ReadAsStringAsync()).RootElement;
        (await street.Get("findings")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("id").GetGuid().ShouldBe(finding.GetProperty("id").GetGuid());
    }

    private static ServiceDescriptor Between(IServiceCollection services, Action<HangsUp> made)
    {
        var store = services.Single(service => service.ServiceType == typeof(IEventStore)).ImplementationFactory!;
        return ServiceDescriptor.Singleton<IEventStore>(provider =>
        {
            var line = new HangsUp((IEventStore)store(provider), provider.GetRequiredService<IHttpContextAccessor>());
            made(line);
            return line;
        });
    }

    private sealed class HangsUp(IEventStore store, IHttpContextAccessor accessor) : IEventStore
    {
        public bool HangUpAfterTheCommit { get; set; }

        public Task<Loaded<T>> Load<T>(StreamId stream, CancellationToken cancellation) where T : class, IAggregate<T> => store.Load<T>(stream, cancellation);

        public Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation) => store.Read(stream, cancellation);

        public async Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
        {
            await store.Append(appends, metadata, cancellation, alongside);
            if (!HangUpAfterTheCommit || accessor.HttpContext is not { } http) return;
            HangUpAfterTheCommit = false;
            http.Abort();
        }
    }
}
