using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Gateway.Accounts;

/// <summary>Secrets made by machines: 256 random bits, so one fast hash is enough where one is kept here, for the set-up link.</summary>
internal static class Secrets
{
    /// <summary>Shortest secret taken from outside, in characters.</summary>
    public const int MinLength = 32;

    public static string New() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
