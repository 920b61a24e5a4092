using Campaign.Web;
using MassTransit;

namespace Campaign.Messaging;

/// <summary>What is logged while a message is handled bears the correlation id of the request that it goes back to.</summary>
internal sealed class CorrelationFilter : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        CorrelationScope.Begin(context.Headers.Get<string>(IntegrationEventPublisher.CorrelationHeader));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("correlation");
}
