using MetadataExtractor;
using MetadataExtractor.IO;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// A file for the readers of MetadataExtractor, which make room for as many bytes as it claims to have before they look for them.
/// </summary>
internal sealed class DistrustfulReader(byte[] file, bool isBigEndian) : SequentialByteArrayReader(file, 0, isBigEndian)
{
    public override byte[] GetBytes(int count) =>
        count <= Available() ? base.GetBytes(count) : throw new IOException("The file ends before what it claims to hold.");

    /// <summary>Whether a file is not as it should be; whatever else is thrown is a mistake of ours.</summary>
    public static bool IsOfFile(Exception failure) => failure is IOException or ImageProcessingException or ArgumentException;
}
