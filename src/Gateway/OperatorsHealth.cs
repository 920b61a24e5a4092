using System.Security.Cryptography;
using System.Text;
using Campaign.ServiceDefaults;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway;

/// <summary>Version and parts are for who knows the operator's secret; a token would need the database whose health is asked for.</summary>
internal sealed class OperatorsHealth(IOptions<GatewayOptions> options) : IHealthAudience
{
    public const string SecretHeader = "X-Operator-Secret";

    public bool MaySeeParts(HttpContext http)
    {
        var shown = http.Request.Headers[SecretHeader].ToString();
        if (shown.Length == 0 || options.Value.OperatorSecretFile is not { Length: > 0 } file || !File.Exists(file)) return false;
        var secret = File.ReadAllText(file).Trim();
        return secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));
    }
}
