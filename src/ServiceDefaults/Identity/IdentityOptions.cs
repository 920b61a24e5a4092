namespace Campaign.ServiceDefaults.Identity;

/// <summary>Configuration section <c>Identity</c> of a service.</summary>
public sealed class IdentityOptions
{
    /// <summary>Base address of the gateway; also the issuer every token must name.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Where the keys are, when services reach the gateway at another address than its public one.</summary>
    public string? JwksAddress { get; set; }

    /// <summary>A fixed key set (JSON) instead of fetching one: tests, or a deployment that distributes keys itself.</summary>
    public string? Jwks { get; set; }

    /// <summary>The gateway writes its address without a slash at the end, however it is configured.</summary>
    internal string Issuer => Authority.TrimEnd('/');

    internal Uri KeySetAddress => new(JwksAddress ?? $"{Issuer}/.well-known/jwks.json");
}
