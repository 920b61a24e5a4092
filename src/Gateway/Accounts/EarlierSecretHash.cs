using System.Security.Cryptography;
using System.Text;

namespace Campaign.Gateway.Accounts;

/// <summary>
/// How secrets were kept before OpenIddict kept them: SHA-256 in hexadecimal digits, which its own hash, in Base64, never is.
/// </summary>
internal static class EarlierSecretHash
{
    public static bool Is(string hash) => hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigitLower);

    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), Convert.FromHexString(hash));
}
