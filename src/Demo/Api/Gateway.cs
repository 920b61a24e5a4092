using Campaign.Client;

namespace Campaign.Demo.Api;

/// <summary>The platform's only door.</summary>
internal sealed class Gateway : IDisposable
{
    private const string AddressVariable = "CAMPAIGN_GATEWAY";
    private const string SecretFileVariable = "CAMPAIGN_OPERATOR_SECRET_FILE";
    private readonly HttpClient http;
    private readonly string? secretFile;
    private readonly TimeProvider clock;

    private Gateway(Uri address, string? secretFile, TimeProvider clock, bool patient)
    {
        (this.secretFile, this.clock) = (secretFile, clock);
        // A proxy of the environment is for the world outside, not for a gateway on this machine.
        var sockets = new SocketsHttpHandler { UseProxy = !address.IsLoopback, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        http = new(patient ? new Persistence(clock, sockets) : sockets) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    /// <param name="patient">Callers ride over what passes; else they see every answer.</param>
    public static Gateway From(Func<string, string?> environment, TimeProvider clock, bool patient = true) =>
        Uri.TryCreate(environment(AddressVariable)?.TrimEnd('/') + "/", UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? new(address, environment(SecretFileVariable), clock, patient)
            : throw new DemoFailure($"环境变量 {AddressVariable} 应为网关地址；请用 ./campaign demo 运行。");

    /// <summary>Whoever runs the installation: administrator of every street.</summary>
    public Caller Operator()
    {
        if (string.IsNullOrEmpty(secretFile)) throw new DemoFailure($"环境变量 {SecretFileVariable} 应为运维客户端的密钥文件；请用 ./campaign demo 运行。");
        try
        {
            return As("operator", File.ReadAllText(secretFile).Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DemoFailure($"读不到运维客户端的密钥文件 {secretFile}。", e);
        }
    }

    public Caller As(string clientId, string secret) => new(http, new MachineToken(http, clock, clientId, secret));

    public void Dispose() => http.Dispose();
}
