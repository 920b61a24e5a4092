using System.Net;

namespace Campaign.Demo.Api;

/// <summary>
/// Sends again while the platform is only briefly away (restarting, busy, its database not there). Safe because every
/// write is a PUT or carries an Idempotency-Key.
/// </summary>
internal sealed class Persistence(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Longer than the minute for which an attempt that died holds its Idempotency-Key.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Our own earlier attempt, whose answer was lost, is still being worked on; a street registered in Tasks is on its way to the others.
    private static readonly string[] PassingRules = [Problem.TypePrefix + "request-in-flight", Problem.TypePrefix + "street-unknown"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var giveUpAt = clock.GetUtcNow() + Limit;
        while (true)
        {
            var wait = Pause;
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                wait = response.Headers.RetryAfter?.Delta ?? Pause;
                if (clock.GetUtcNow() + wait > giveUpAt || !await IsPassing(response, cancellationToken)) return response;
                response.Dispose();
            }
            catch (HttpRequestException) when (clock.GetUtcNow() + wait <= giveUpAt)
            {
            }
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private static async Task<bool> IsPassing(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout) return true;
        if (response.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.NotFound)) return false;
        await response.Content.LoadIntoBufferAsync(cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return Array.Exists(PassingRules, rule => text.Contains(rule, StringComparison.Ordinal));
    }
}
