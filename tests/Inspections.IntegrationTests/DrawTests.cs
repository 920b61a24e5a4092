using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class DrawTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    [Fact]
    public async Task A_draw_is_committed_to_kept_secret_revealed_and_checked_by_anybody()
    {
        var street = await TestStreet.Create(fixture, "990101651", "U001", "U002", "U003");
        using var leader = fixture.Client(Role.Leader, street.Code);
        using var sealedNow = await street.Post("draws", Draw(3, Clock.GetUtcNow().AddSeconds(2)), street.Office);
        sealedNow.StatusCode.ShouldBe(HttpStatusCode.Created, await sealedNow.Content.ReadAsStringAsync());
        var draw = $"draws/{(await sealedNow.Json()).GetProperty("id").GetGuid()}";

        var secret = (await street.Get($"{draw}/targets", street.Inspector)).GetProperty("targets").EnumerateArray()
            .Select(t => t.GetString()!).ToArray();
        await Eventually.Holds(async () => (await street.Post($"{draw}/reveal", new { }, street.Office)).IsSuccessStatusCode);

        var open = (await street.Get(draw, leader)).GetProperty("draw");
        var salt = open.GetProperty("salt").GetString()!;
        open.GetProperty("targets").EnumerateArray().Select(t => t.GetString()).ShouldBe(secret);
        open.GetProperty("commitment").GetString().ShouldBe((await sealedNow.Json()).GetProperty("commitment").GetString());
        open.GetProperty("commitment").GetString().ShouldBe(Hash(string.Join('\n', [salt, .. secret])));
        open.GetProperty("pool").EnumerateArray().Select(t => t.GetString()!)
            .OrderBy(code => Hash($"{salt}\n{code}"), StringComparer.Ordinal).Take(3).ShouldBe(secret);
        using var again = await street.Post($"{draw}/reveal", new { }, street.Office);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_but_the_inspectors_learns_the_targets_of_a_sealed_draw()
    {
        var street = await TestStreet.Create(fixture, "990101652");
        using var sealedNow = await street.Post("draws", Draw(1, Clock.GetUtcNow().AddDays(7)), street.Office);
        var id = (await sealedNow.Json()).GetProperty("id").GetGuid();

        var shown = (await street.Get($"draws/{id}")).GetProperty("draw");
        (shown.TryGetProperty("targets", out _), shown.TryGetProperty("salt", out _)).ShouldBe((false, false));
        (await street.Get("draws")).GetProperty("items").EnumerateArray().Single().TryGetProperty("targets", out _).ShouldBeFalse();
        using var refused = await street.Office.GetAsync(street.Path($"draws/{id}/targets"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var early = await street.Post($"draws/{id}/reveal", new { }, street.Office);
        await early.ShouldBeProblem(HttpStatusCode.Conflict, "draw-still-sealed");
        var stored = await fixture.Host.Get<IEventStore>().Read(new StreamId(street.Code, id), default);
        JsonSerializer.SerializeToElement(stored.Single().Data, InspectionsModule.Events.Json).EnumerateObject().Select(field => field.Name)
            .ShouldBe(["pool", "count", "commitment", "until", "at"]);
    }

    [Fact]
    public async Task The_same_request_draws_once()
    {
        var street = await TestStreet.Create(fixture, "990101653");
        var body = Draw(1, Clock.GetUtcNow().AddDays(7));
        using var first = await street.Post("draws", body, street.Office, key: "draw-1");
        using var second = await street.Post("draws", body, street.Office, key: "draw-1");

        (await second.Json()).GetProperty("commitment").GetString().ShouldBe((await first.Json()).GetProperty("commitment").GetString());
        (await street.Get("draws")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_pool_is_a_category_or_a_list_of_units_and_large_enough()
    {
        var street = await TestStreet.Create(fixture, "990101654");
        var until = Clock.GetUtcNow().AddDays(7);
        async Task Refused(object body, string rule, string pointer)
        {
            using var answer = await street.Post("draws", body, street.Office);
            await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule, pointer);
        }

        await Refused(Draw(3, until), "pool-too-small", "/count");
        await Refused(Draw(1, Clock.GetUtcNow().AddDays(-1)), "seal-too-short", "/until");
        await Refused(new { pool = new { units = new[] { TestStreet.Unit, "U999" } }, count = 1, until }, "unit-unknown", "/pool/units/1");
        await Refused(new { pool = new { }, count = 1, until }, "request-invalid", "/pool");
        await Refused(new { pool = new { category = "机关部门" }, count = 1, until }, "pool-too-small", "/count");
        using var listed = await street.Post(
            "draws", new { pool = new { units = new[] { TestStreet.Unit } }, count = 1, until }, street.Office);
        listed.StatusCode.ShouldBe(HttpStatusCode.Created, await listed.Content.ReadAsStringAsync());
    }

    private static object Draw(int count, DateTimeOffset until) => new { pool = new { category = "居委会" }, count, until };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
