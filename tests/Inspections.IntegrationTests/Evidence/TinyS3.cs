using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>As much of S3 as storing a file takes: PUT, HEAD and GET with ranges of objects in one bucket.</summary>
internal sealed class TinyS3 : IAsyncDisposable
{
    public const string Bucket = "evidence";
    public const string AccessKey = "test-access";
    public const string SecretKey = "test-secret";

    private readonly ConcurrentDictionary<string, byte[]> objects = new(StringComparer.Ordinal);
    private WebApplication? app;

    public bool IsFull { get; set; }

    public ConcurrentQueue<string> Headers { get; } = [];

    public IEnumerable<string> Keys => objects.Keys;

    public string Endpoint => app!.Urls.Single();

    public static async Task<TinyS3> Start()
    {
        var s3 = new TinyS3();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        s3.app = builder.Build();
        s3.app.MapPut($"/{Bucket}/{{key}}", s3.Put);
        s3.app.MapMethods($"/{Bucket}/{{key}}", ["GET", "HEAD"], s3.Get);
        await s3.app.StartAsync();
        return s3;
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private async Task<IResult> Put(string key, HttpRequest request)
    {
        if (!IsSigned(request)) return Error(StatusCodes.Status403Forbidden, "AccessDenied");
        if (IsFull) return Error(StatusCodes.Status507InsufficientStorage, "XMinioStorageFull");
        await using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        if (request.Headers["x-amz-content-sha256"] != Convert.ToHexStringLower(SHA256.HashData(body.ToArray())))
            return Error(StatusCodes.Status400BadRequest, "XAmzContentSHA256Mismatch");
        objects[key] = body.ToArray();
        return Results.Ok();
    }

    private IResult Get(string key, HttpRequest request) =>
        !IsSigned(request) ? Error(StatusCodes.Status403Forbidden, "AccessDenied")
        : objects.TryGetValue(key, out var content) ? Results.Bytes(content, "application/octet-stream", enableRangeProcessing: true)
        : Error(StatusCodes.Status404NotFound, "NoSuchKey");

    private bool IsSigned(HttpRequest request)
    {
        Headers.Enqueue(string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}")));
        return request.Headers.Authorization.ToString() is var signed
            && signed.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal)
            && signed.Contains("x-amz-content-sha256", StringComparison.Ordinal);
    }

    private static IResult Error(int status, string code) =>
        Results.Text($"<Error><Code>{code}</Code></Error>", "application/xml", statusCode: status);
}
