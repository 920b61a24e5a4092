using Campaign.EventStore.OnMarten;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore.Bench;

/// <summary>The floor under the door: a Marten session for each append, with the same options and without anything of ours.</summary>
internal static class BareMarten
{
    public const string Name = "Marten, a session for each append";

    public static async Task Append(IServiceProvider services, StreamId stream, long version)
    {
        await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession(stream.Tenant);
        (session.CorrelationId, session.CausationId, session.LastModifiedBy) = ("request", "command", "user-7");
        if (version == 0) session.Events.StartStream<Finding>(stream.Id, Recorded.Sample);
        else session.Events.Append(stream.Id, version + 1, Recorded.Sample);
        await session.SaveChangesAsync();
    }
}
