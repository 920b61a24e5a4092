namespace Campaign.Gateway.Proxy;

/// <summary>Writes down from which address somebody was not let in; of a one-time link it says no more than that it was one.</summary>
internal sealed partial class SignInFailures(RequestDelegate next, ILogger<SignInFailures> logger)
{
    private static readonly string[] Doors = ["/account/login", "/connect/token", "/setup"];

    public async Task Invoke(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode is < 400 or >= 500) return;
        if (Doors.FirstOrDefault(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) is { } door)
            LogRefused(door, http.Response.StatusCode, http.Connection.RemoteIpAddress?.ToString() ?? "");
    }

    [LoggerMessage(LogLevel.Warning, "Sign-in refused at {Door} with {Status} from {Address}")]
    private partial void LogRefused(string door, int status, string address);
}
