namespace Campaign.Gateway.Proxy;

/// <summary><c>Services:tasks</c> and so on: one address, or several instances separated by commas.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration)
{
    public IReadOnlyList<Uri> Of(string service) =>
    [
        .. (configuration[$"Services:{service}"] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(address => new Uri(address, UriKind.Absolute)),
    ];
}
