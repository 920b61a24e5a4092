using System.Security.Cryptography;
using System.Text;

namespace Campaign.Inspections.Covert;

/// <summary>
/// What was drawn, and the salt that both chose it and hides it: with the two in hand anybody can reckon again that these were drawn from
/// the pool, and that they are what was committed to.
/// </summary>
/// <param name="Salt">32 random bytes in lower-case hexadecimal.</param>
internal sealed record Lot(string Salt, IReadOnlyList<string> Targets)
{
    private const int SaltBytes = 32;

    public static Lot Draw(IEnumerable<string> pool, int count) =>
        Draw(pool, count, RandomNumberGenerator.GetHexString(SaltBytes * 2, lowercase: true));

    /// <summary>The first of the pool in the order of SHA-256(salt, line feed, code).</summary>
    public static Lot Draw(IEnumerable<string> pool, int count, string salt) =>
        new(salt, [.. pool.OrderBy(code => Hash($"{salt}\n{code}"), StringComparer.Ordinal).Take(count)]);

    /// <summary>SHA-256 over the salt and the targets in their order, a line feed between each two.</summary>
    public string Commitment => Hash(string.Join('\n', [Salt, .. Targets]));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
