using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults.Identity;

/// <summary>Public halves of signing keys as RFC 7517 wants them.</summary>
public static class Jwks
{
    public static object Of(IEnumerable<ECDsaSecurityKey> keys) => new { keys = keys.Select(PublicHalf) };

    private static object PublicHalf(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            crv = "P-256",
            use = "sig",
            alg = SecurityAlgorithms.EcdsaSha256,
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
