extern alias inspections;
extern alias scoring;
extern alias tasks;

using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Campaign.Web;
using Campaign.Testing;

namespace Campaign.SystemTests;

/// <summary>The three services in this process, each on its own database, talking over one real broker.</summary>
public sealed class Platform : IAsyncLifetime
{
    public const string Street = "990101021";
    public const string Unit = "U013";
    public const string Sheet = "sheet-1";

    private readonly List<Surroundings> surroundings = [];
    private readonly string evidence = Directory.CreateTempSubdirectory("campaign-evidence-").FullName;

    public ServiceHost<tasks::Program> Tasks { get; private set; } = null!;
    public ServiceHost<inspections::Program> Inspections { get; private set; } = null!;
    public ServiceHost<scoring::Program> Scoring { get; private set; } = null!;
    internal OtlpReceiver Collector { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var first = await Surroundings.Create();
        surroundings.AddRange([first, await first.Beside(), await first.Beside()]);
        Collector = await OtlpReceiver.Start();
        var exporting = Collector.Environment.Select(setting => (setting.Key, setting.Value)).ToArray();
        Tasks = surroundings[0].Start<tasks::Program>("tasks", null, exporting);
        Inspections = surroundings[1].Start<inspections::Program>("inspections", null, [("Evidence:Directory", evidence), .. exporting]);
        Scoring = surroundings[2].Start<scoring::Program>("scoring", null, exporting);
        await Task.WhenAll(Tasks.Ready(), Inspections.Ready(), Scoring.Ready());
        await SetUp();
    }

    /// <summary>A street with one scored unit that the responsibility map makes answer for everything.</summary>
    private async Task SetUp()
    {
        using var district = Tasks.Client(Role.DistrictOffice, Street);
        await district.Put("/api/district/streets/" + Street, new { name = "南关街道" });
        await district.Put($"/api/streets/{Street}/units/{Unit}", new { name = "环卫站", category = "机关部门", from = "2024-01-01" });
        await district.Put($"/api/streets/{Street}/responsibility-rules", new
        {
            rules = new[] { new { lead = Unit, cooperating = Array.Empty<string>(), days = new { minor = 3, major = 2, critical = 1 } } },
        });
        using var catalogue = Inspections.Client(Role.DistrictOffice, Street);
        await catalogue.Put("/api/district/finding-categories", new
        {
            categories = new[] { new { code = "0110", name = "暴露生活垃圾", limit = "4工作时", chapter = "三", usualUnit = "环卫站" } },
        });
        await Eventually.Holds(() => Accepts(catalogue));
        using var scoring = Scoring.Client(Role.DistrictOffice, Street);
        await Eventually.Holds(() => Knows(scoring));
    }

    /// <summary>The street was registered in Tasks and is known here a moment later.</summary>
    private static async Task<bool> Accepts(HttpClient inspections)
    {
        using var answer = await inspections.PutAsJsonAsync($"/api/streets/{Street}/sheets/{Sheet}", new
        {
            category = "机关部门",
            items = new[] { new { no = 1, text = "所包路段卫生", max = 100 } },
        });
        return answer.IsSuccessStatusCode;
    }

    private static async Task<bool> Knows(HttpClient scoring)
    {
        using var answer = await scoring.GetAsync($"/api/streets/{Street}/subjects");
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains(Unit, StringComparison.Ordinal);
    }

    /// <summary>Keeps a picture as evidence and returns its id.</summary>
    public async Task<string> Photo()
    {
        var picture = TinyPhoto.Of(RandomNumberGenerator.GetInt32(int.MaxValue)).ToJpeg();
        var id = Convert.ToHexStringLower(SHA256.HashData(picture));
        using var inspector = Inspections.Client(Role.Inspector, Street);
        using var content = new ByteArrayContent(picture) { Headers = { ContentType = new("image/jpeg") } };
        using var answer = await inspector.PutAsync($"/api/streets/{Street}/evidence/{id}", content);
        answer.EnsureSuccessStatusCode();
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        await Tasks.DisposeAsync();
        await Inspections.DisposeAsync();
        await Scoring.DisposeAsync();
        await Collector.DisposeAsync();
        foreach (var each in surroundings) each.Dispose();
        Directory.Delete(evidence, recursive: true);
    }
}

/// <summary>Alone in the process, since whatever it does is heard by all services in it.</summary>
[CollectionDefinition(nameof(OnePlatform), DisableParallelization = true)]
public sealed class OnePlatform : ICollectionFixture<Platform>;

internal static class Calls
{
    public static async Task Put(this HttpClient client, string path, object body)
    {
        using var answer = await client.PutAsJsonAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"PUT {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>A subject that nobody inspected has no score, and so no lines.</summary>
    public static async Task Inspect(this HttpClient inspector)
    {
        var inspection = await inspector.Post($"/api/streets/{Platform.Street}/inspections", new
        {
            subject = Platform.Unit,
            sheet = Platform.Sheet,
            kind = "日常检查",
            items = Array.Empty<object>(),
        });
        await inspector.Post($"/api/streets/{Platform.Street}/inspections/{inspection.GetProperty("id").GetGuid()}/confirmation", new { });
    }

    public static async Task<JsonElement> Post(this HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"POST {path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
