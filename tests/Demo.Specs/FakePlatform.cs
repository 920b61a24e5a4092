using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Demo.Input;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaign.Demo.Specs;

/// <summary>A gateway that answers as a platform would that has computed exactly what the sample expects.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    public const int PlanRows = 465;

    private readonly WebApplication app;
    private readonly string secretFile = Path.GetTempFileName();
    private readonly Dictionary<string, JsonObject> units = new(StringComparer.Ordinal);
    private JsonNode categories = new JsonArray();
    private string status = "Open";

    private FakePlatform()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Use(async (http, next) =>
        {
            Requests.Add($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}");
            if (Trouble?.Invoke(http) is { } answer) await answer.ExecuteAsync(http);
            else await next();
        });
        app.MapPost("/connect/token", () => new { access_token = "t", expires_in = 3600 });
        app.MapPut("/api/admin/clients/{id}", (string id) => new { ClientId = id });
        app.MapPost("/api/admin/clients/{id}/secret", (string id) => new { ClientId = id, ClientSecret = "s" });
        app.MapGet("/api/district/finding-categories", () => new JsonObject { ["categories"] = categories.DeepClone() });
        app.MapPut("/api/district/finding-categories", (JsonObject body) => { categories = body["categories"]!.DeepClone(); });
        MapStreet("/api/streets/{street}");
        new FakeLoop().Map(app, "/api/streets/{street}");
        app.MapFallback((HttpContext http) => http.Request.Method == "PUT" ? Results.Ok(new { }) : Results.NotFound());
    }

    public List<string> Requests { get; } = [];

    /// <summary>Answers instead of the platform, where it answers at all.</summary>
    public Func<HttpContext, IResult?>? Trouble { get; set; }

    public JsonObject Report { get; } = SampleStory.Report();

    public static async Task<FakePlatform> Start()
    {
        var platform = new FakePlatform();
        await platform.app.StartAsync();
        await File.WriteAllTextAsync(platform.secretFile, "operator's\n");
        return platform;
    }

    public Task<int> Demo(params string[] args) => DemoProgram.Run(args, Environment, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        File.Delete(secretFile);
    }

    private string? Environment(string variable) => variable switch
    {
        "CAMPAIGN_GATEWAY" => app.Urls.First(),
        "CAMPAIGN_OPERATOR_SECRET_FILE" => secretFile,
        _ => null,
    };

    private void MapStreet(string street)
    {
        app.MapPut(street + "/units/{code}", (string code, JsonObject unit) =>
        {
            unit["code"] = code;
            units[code] = unit;
        });
        app.MapGet(street + "/units", () => new { Items = units.Values });
        app.MapGet(street + "/units/{code}", (string code) => units[code]);
        app.MapGet(street + "/subjects", () => new { Items = units.Values.Where(unit => unit["category"] is not null).Select(AsSubject) });
        app.MapPost(street + "/plans", () => new
        {
            PlanId = "p",
            Rows = Enumerable.Repeat(new { Action = 1, Unit = "U001", Outcome = "Understood" }, PlanRows),
        });
        app.MapPost(street + "/history-imports", (ImportBatch batch) => new
        {
            Rows = batch.Inspections.Select(row => Taken("Inspection", row)).Concat(batch.Cases.Select(row => Taken("Case", row))),
        });
        app.MapPost(street + "/scorecards/awaited", () => new { Missing = Array.Empty<object>() });
        app.MapGet(street + "/months/{month}", () =>
        {
            Report["status"] = status;
            return Report.DeepClone();
        });
        app.MapPost(street + "/months/{month}/closing", () => { status = "Closed"; });
        app.MapPost(street + "/months/{month}/publication", () => { status = "Published"; });
        app.MapGet(street + "/bulletins", () => new { Items = new[] { new { Year = 2024, Number = 1, Month = "2024-09" } } });
        app.MapGet(street + "/bulletins/{year}/{number}", () => new
        {
            Title = "通报",
            DocumentNumber = "1号",
            PublishedAt = DateTimeOffset.UnixEpoch,
            Categories = new[] { new { Category = "居委会", Best = new[] { "恒馨社区", "九中社区" }, Last = new[] { "南园社区" } } },
        });
    }

    private static JsonObject AsSubject(JsonObject unit)
    {
        var subject = unit.DeepClone().AsObject();
        subject.Remove("community");
        subject.Remove("code", out var code);
        subject["subject"] = code;
        return subject;
    }

    private static object Taken(string kind, JsonElement row) =>
        new { Kind = kind, Id = Rows.Id(row), Outcome = "New", StreamId = Guid.CreateVersion7(), Facts = 2 };
}
