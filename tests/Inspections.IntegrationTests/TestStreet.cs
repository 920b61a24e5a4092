using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Reference;
using Campaign.Testing;
using Campaign.Web;
using MassTransit;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A street that takes part, with units and the district's categories, and its people at their clients.</summary>
internal sealed class TestStreet(ServiceHost<Program> host, string code)
{
    public const string Unit = "U013";
    public const string AnotherUnit = "U010";
    private static readonly DateOnly FirstDay = new(2024, 1, 1);

    public string Code => code;

    public HttpClient Office { get; } = host.Client(Role.StreetOffice, code);

    public HttpClient Inspector { get; } = host.Client(Role.Inspector, code);

    public static Task<TestStreet> Create(InspectionsFixture fixture, string code, params string[] units) =>
        Create(fixture.Host, code, units);

    public static async Task<TestStreet> Create(ServiceHost<Program> host, string code, params string[] units)
    {
        var street = new TestStreet(host, code);
        var bus = host.Get<IBus>();
        await bus.Publish(new StreetRegistered(code, 1, "测试街道"));
        foreach (var unit in units.Concat([Unit, AnotherUnit]).Distinct(StringComparer.Ordinal))
            await bus.Publish(new UnitRegistered(code, unit, 1, $"单位{unit}", "居委会", FirstDay, null));
        var known = host.Get<KnownUnits>();
        await Eventually.Becomes(
            async () => (await known.All(code, default)).Count, count => count >= units.Union([Unit, AnotherUnit]).Count());

        using var district = host.Client(Role.DistrictOffice, code);
        (await district.PutAsync("/api/district/finding-categories", Body(Categories()))).EnsureSuccessStatusCode();
        await Eventually.Holds(async () => (await street.Office.PutAsync(
            street.Path("sheets/sheet-1"),
            Body(
                new
                {
                    category = "居委会",
                    items =
                    new[] { new { no = 1, text = "环境卫生", max = 60 }, new { no = 2, text = "秩序", max = 40 } }
                }))).IsSuccessStatusCode);
        return street;
    }

    public string Path(string rest) => $"/api/streets/{code}/{rest}";

    public Task<HttpResponseMessage> Post(string path, object body, HttpClient? client = null, string? key = null, long? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path(path)) { Content = Body(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is { } version) request.Headers.IfMatch.Add(new($"\"{version}\""));
        return (client ?? Inspector).SendAsync(request);
    }

    public async Task<JsonElement> Get(string path, HttpClient? client = null) =>
        await (client ?? Office).GetFromJsonAsync<JsonElement>(Path(path));

    public async Task<Guid> Record(string? key = null, params string[] photos)
    {
        using var answer = await Post("findings", Finding(photos), key: key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<IReadOnlyList<Guid>> RecordMany(int count)
    {
        var findings = new List<Guid>();
        while (findings.Count < count) findings.Add(await Record());
        return findings;
    }

    /// <summary>A case of an old ledger that was struck off in time.</summary>
    public async Task<Guid> StruckOff(string id, DateTimeOffset at, double lon, double lat)
    {
        var timeline = new object[]
        {
            new { at = at.AddDays(-3), @do = "record" },
            new { at = at.AddDays(-2), @do = "route", due = at.AddDays(1) },
            new { at = at.AddDays(-1), @do = "report" },
            new { at, @do = "strikeOff" },
        };
        using var answer = await Post(
            "history-imports", new { cases = new[] { new { id, unit = Unit, category = "0110", lon, lat, timeline } } }, Office);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rows")[0].GetProperty("streamId").GetGuid();
    }

    public static object Finding(params string[] photos) => new
    {
        category = "0110",
        severity = "Major",
        description = "垃圾桶旁暴露生活垃圾",
        place = new { longitude = 117.2, latitude = 33.6 },
        photos,
    };

    /// <summary>A photo that is told from any other by its text.</summary>
    public Task<string> Upload(string text) => Upload(Photo(text));

    public Task<string> Upload(TinyPhoto photo) => Upload(photo.ToJpeg());

    public Task<HttpResponseMessage> Put(byte[] content, string? id = null) =>
        Inspector.PutAsync(Path($"evidence/{id ?? Id(content)}"), new ByteArrayContent(content));

    public static string Id(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static byte[] Photo(string text) => TinyPhoto.Of(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)))).ToJpeg();

    private async Task<string> Upload(byte[] content)
    {
        using var answer = await Put(content);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return Id(content);
    }

    public static StringContent Body(object body) =>
        new(body as string ?? (body as JsonNode)?.ToJsonString()
            ?? JsonSerializer.Serialize(body, Json.Options), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static JsonObject Categories()
    {
        var list = JsonNode.Parse(
            File.ReadAllText(System.IO.Path.Combine(Testing.Documents.Root, "samples/nanguan/finding-categories.json")))!;
        return new JsonObject { ["categories"] = list["categories"]!.DeepClone() };
    }
}

internal static class Answers
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public static async Task ShouldBeProblem(this HttpResponseMessage answer, HttpStatusCode status, string rule, string? pointer = null)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("type").GetString().ShouldBe($"urn:campaign:problem:{rule}");
        if (pointer is not null) problem.GetProperty("errors")[0].GetProperty("pointer").GetString().ShouldBe(pointer);
    }
}
