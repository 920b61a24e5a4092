using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class RoutingTests(RoutingFixture fixture) : IClassFixture<RoutingFixture>
{
    private const string Units = $"/api/streets/{TestGateway.Street}/units";
    private readonly TestService service = fixture.Service;
    private static readonly TestIdentity Identity = new();
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task The_service_hears_who_calls_and_nothing_else()
    {
        var (clientId, secret) = await gateway.NewClient(Role.UnitOfficer, unit: "unit-7");
        var access = await gateway.Token(clientId, secret);
        using var client = gateway.Client().As(access);
        client.DefaultRequestHeaders.Add("X-Correlation-Id", "case-42");
        client.DefaultRequestHeaders.Add("X-User-Id", "somebody else");
        client.DefaultRequestHeaders.Add("X-Forwarded-User", "somebody else");
        client.DefaultRequestHeaders.Add("Cookie", "campaign-session=secret");
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var answer = await client.GetAsync(Units);

        answer.Headers.GetValues("X-Correlation-Id").ShouldBe(["case-42"]);
        var heard = await answer.Json();
        heard.GetProperty("id").GetString().ShouldBe($"client:{clientId}");
        heard.GetProperty("units")[0].GetString().ShouldBe("unit-7");
        var headers = heard.GetProperty("headers").EnumerateObject()
            .ToDictionary(h => h.Name, h => h.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        headers["Authorization"].ShouldNotContain(access);
        headers["X-Correlation-Id"].ShouldBe("case-42");
        // In the caller's trace, below a span of the gateway's own.
        headers["traceparent"].ShouldContain("0af7651916cd43dd8448eb211c80319c");
        headers["traceparent"].ShouldNotContain("b7ad6b7169203331");
        headers.Keys.ShouldNotContain("Cookie");
        headers.Values.ShouldNotContain("somebody else");
    }

    [Fact]
    public async Task Another_street_is_closed()
    {
        using var client = await gateway.As(Role.StreetOffice, TestGateway.OtherStreet);

        (await (await client.GetAsync(Units)).Rule()).ShouldBe("street-not-yours");
        (await client.GetAsync($"/api/streets/{TestGateway.OtherStreet}/units")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await client.GetAsync("/api/streets/12/units")).Rule()).ShouldBe("street-code-invalid");
    }

    [Fact]
    public async Task A_unit_officer_acts_in_his_streets_for_his_units_only()
    {
        using var client = await gateway.As(Role.UnitOfficer, unit: "unit-7");

        (await client.PutAsync($"{Units}/unit-7", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PutAsync($"{Units}/unit-8", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await client.PutAsync($"/api/streets/{TestGateway.OtherStreet}/units/unit-7", null)).Rule()).ShouldBe("street-not-yours");
    }

    [Fact]
    public async Task A_role_that_is_not_allowed_is_refused_by_the_service()
    {
        using var client = await gateway.As(Role.Leader);
        (await (await client.GetAsync(Units)).Rule()).ShouldBe("role-not-allowed");
    }

    [Fact]
    public async Task A_token_meant_for_the_gateway_opens_no_service()
    {
        using var direct = service.Client().As(await gateway.Token("operator", TestGateway.OperatorSecret));
        (await (await direct.GetAsync(Units)).Rule()).ShouldBe("token-refused");
    }

    [Fact]
    public async Task Nobody_gets_past_the_gateway()
    {
        using var client = gateway.Client();
        (await (await client.GetAsync(Units)).Rule()).ShouldBe("sign-in-required");
    }

    [Theory]
    [InlineData("/api/streets/120102001/findings")]
    [InlineData("/api/district/comparison")]
    public async Task A_service_that_does_not_answer_is_a_503_to_come_back_to(string path)
    {
        using var client = await gateway.AsOperator();
        using var answer = await client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Rule()).ShouldBe("service-unavailable");
    }

    [Fact]
    public async Task Every_instance_of_a_service_is_asked()
    {
        await using var one = await TestService.Start(Identity.Settings, app => app.MapGet("/api/events", () => 1).AllowAnonymous());
        await using var other = await TestService.Start(Identity.Settings, app => app.MapGet("/api/events", () => 2).AllowAnonymous());
        await using var two = await TestGateway.Start(await Engines.FreshDatabase(), new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:integration:http:0"] = one.Address.ToString(),
            ["services:integration:http:1"] = other.Address.ToString(),
        });
        using var client = await two.AsOperator();

        var heard = new HashSet<int>();
        for (var ask = 0; ask < 100 && heard.Count < 2; ask++) heard.Add(await client.GetFromJsonAsync<int>("/api/events"));

        heard.ShouldBe([1, 2], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/api/streets/120102001/nothing")]
    [InlineData("/api/nothing")]
    [InlineData("/nothing")]
    public async Task An_unknown_address_is_a_404(string path)
    {
        using var client = await gateway.AsOperator();
        (await (await client.GetAsync(path)).Rule()).ShouldBe("route-unknown");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_refused_announced_or_not(bool chunked)
    {
        using var client = await gateway.As(Role.StreetOffice);
        using var body = new StringContent(new string('x', 2 << 20), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/streets/{TestGateway.Street}/posts/P1") { Content = body };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Rule()).ShouldBe("body-too-large");
    }

    [Fact]
    public async Task A_caller_gone_wild_is_slowed_down_and_others_are_not()
    {
        using var wild = await gateway.As(Role.StreetOffice);
        using var calm = await gateway.As(Role.StreetOffice);

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => wild.GetAsync("/account/me")));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        (await refused.Rule()).ShouldBe("too-many-requests");
        (await calm.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
