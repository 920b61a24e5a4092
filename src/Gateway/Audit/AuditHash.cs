using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Campaign.Gateway.Audit;

/// <summary>
/// SHA-256 over the fields in this order, each as its length in UTF-8 (four bytes, big end first, −1 for none) and the bytes. Changing it
/// would break every chain: a new way needs a new column that says so.
/// </summary>
internal static class AuditHash
{
    public static readonly byte[] BeforeTheFirst = new byte[SHA256.HashSizeInBytes];

    public static byte[] Of(AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(entry.Previous);
        Add(hash, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        Add(hash, entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        Add(hash, entry.Action.ToString());
        Add(hash, entry.Outcome.ToString());
        Add(hash, entry.Status.ToString(CultureInfo.InvariantCulture));
        Add(hash, entry.Actor);
        Add(hash, entry.Address);
        Add(hash, entry.Target);
        Add(hash, entry.Detail);
        Add(hash, entry.Correlation);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, string? field)
    {
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
