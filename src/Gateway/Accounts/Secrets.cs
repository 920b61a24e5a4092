using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Gateway.Accounts;

/// <summary>Secrets made by machines: 256 random bits, so one fast hash is enough (passwords of people go through ASP.NET Core Identity).</summary>
internal static class Secrets
{
    /// <summary>Shortest secret taken from outside, in characters.</summary>
    public const int MinLength = 32;

    public static string New() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Match(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
