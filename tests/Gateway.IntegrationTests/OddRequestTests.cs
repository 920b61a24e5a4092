using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>What can never be sent on is refused as what it is; the service behind stays in good health.</summary>
public sealed class OddRequestTests(RoutingFixture fixture) : IClassFixture<RoutingFixture>
{
    private const string Units = $"/api/streets/{TestGateway.Street}/units";
    private readonly TestGateway gateway = fixture.Gateway;
    private string? token;

    [Theory]
    [InlineData("X-Anything: \u94a5\u5319")]
    [InlineData("Idempotency-Key: k\u00e9y")]
    [InlineData("If-Match: \"\u4e00\"")]
    [InlineData("X-Correlation-Id: \u94a5\u5319")]
    [InlineData("traceparent: 00-\u94a5\u5319-01")]
    [InlineData("User-Agent: a\u0001b")]
    public async Task A_header_that_cannot_be_sent_on_is_named(string header)
    {
        for (var time = 0; time < 20; time++)
        {
            var answer = await Raw($"GET {Units}", header);
            answer.ShouldStartWith("HTTP/1.1 400");
            answer.ShouldContain("urn:campaign:problem:header-invalid");
            answer.ShouldContain($"/{header.Split(':')[0]}");
        }

        await IsUnhurt();
    }

    [Theory]
    [InlineData($"CONNECT {Units}", 405)]
    [InlineData("CONNECT example.org:443", 400)]
    [InlineData($"TRACE {Units}", 405)]
    [InlineData($"BREW {Units}", 405)]
    [InlineData($"get {Units}", 405)]
    [InlineData("OPTIONS *", 404)]
    public async Task A_method_that_no_service_has_is_refused(string line, int status)
    {
        for (var time = 0; time < 20; time++) (await Raw(line)).ShouldStartWith($"HTTP/1.1 {status}");

        await IsUnhurt();
    }

    [Fact]
    public async Task A_user_name_is_as_long_as_the_database_keeps_it()
    {
        using var admin = await gateway.AsOperator();
        var account = new { roles = new[] { "Leader" }, streets = new[] { TestGateway.Street }, password = "correct horse battery" };

        using var longest = await admin.PutAsJsonAsync($"/api/admin/accounts/{new string('u', 256)}", account);
        using var tooLong = await admin.PutAsJsonAsync($"/api/admin/accounts/{new string('u', 257)}", account);

        longest.StatusCode.ShouldBe(HttpStatusCode.OK);
        tooLong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await tooLong.Content.ReadAsStringAsync()).ShouldContain("user-name-too-long");
    }

    private async Task IsUnhurt()
    {
        gateway.Services.GetRequiredService<IProxyStateLookup>().TryGetCluster("tasks", out var tasks).ShouldBeTrue();
        tasks!.Destinations.Values.ShouldAllBe(instance => instance.Health.Passive != DestinationHealth.Unhealthy);
        using var client = await gateway.As(Role.StreetOffice);
        (await client.GetAsync(Units)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>As no HTTP client of ours would send it.</summary>
    private async Task<string> Raw(string line, params string[] headers)
    {
        token ??= await TokenOfItsOwn();
        var request = string.Join(
            "\r\n", [$"{line} HTTP/1.1", "Host: x", "Connection: close", $"Authorization: Bearer {token}", .. headers, "", ""]);
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(wire);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>So many requests at once are one caller's limit here, and the operator is everybody's.</summary>
    private async Task<string> TokenOfItsOwn()
    {
        var (clientId, secret) = await gateway.NewClient(Role.StreetOffice);
        return await gateway.Token(clientId, secret);
    }
}
