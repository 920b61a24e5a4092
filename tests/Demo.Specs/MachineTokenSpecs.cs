using System.Net;
using System.Net.Http.Json;
using Campaign.Client;

namespace Campaign.Demo.Specs;

public sealed class MachineTokenSpecs : IDisposable
{
    private readonly Clock clock = new();
    private readonly TokenServer server = new();
    private readonly HttpClient gateway;
    private readonly MachineToken token;

    public MachineTokenSpecs()
    {
        gateway = new(server) { BaseAddress = new("http://gateway/") };
        token = new(gateway, clock, "operator", "secret");
    }

    [Fact]
    public async Task It_is_asked_for_once_and_anew_a_minute_before_it_ends()
    {
        (await token.Value(TestContext.Current.CancellationToken)).ShouldBe("1");
        clock.Now += TimeSpan.FromMinutes(58);
        (await token.Value(TestContext.Current.CancellationToken)).ShouldBe("1");
        clock.Now += TimeSpan.FromMinutes(1);
        (await token.Value(TestContext.Current.CancellationToken)).ShouldBe("2");
    }

    [Fact]
    public async Task One_that_was_refused_is_asked_for_anew()
    {
        await token.Value(TestContext.Current.CancellationToken);
        token.Forget();
        (await token.Value(TestContext.Current.CancellationToken)).ShouldBe("2");
    }

    [Fact]
    public async Task Who_gets_none_is_told_the_client_and_the_answer()
    {
        server.Status = HttpStatusCode.Unauthorized;
        var refused = await Should.ThrowAsync<TokenRefusedException>(() => token.Value(TestContext.Current.CancellationToken));
        refused.Message.ShouldBe("""机器客户端“operator”未能取得访问令牌（401）：{"error":"invalid_client"}""");
    }

    public void Dispose()
    {
        gateway.Dispose();
        server.Dispose();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class TokenServer : HttpMessageHandler
    {
        private int given;

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = Status is HttpStatusCode.OK
                ? JsonContent.Create(new { access_token = $"{++given}", expires_in = 3600 })
                : JsonContent.Create(new { error = "invalid_client" });
            return Task.FromResult(new HttpResponseMessage(Status) { Content = answer });
        }
    }
}
