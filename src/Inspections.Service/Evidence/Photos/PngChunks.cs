using MetadataExtractor.Formats.Png;

namespace Campaign.Inspections.Evidence.Photos;

internal static class PngChunks
{
    public static Exif Exif(byte[] file)
    {
        try
        {
            var chunks = new PngChunkReader().Extract(new DistrustfulReader(file, isBigEndian: true), [PngChunkType.eXIf]);
            return chunks.FirstOrDefault() is { } exif ? Photos.Exif.Read(exif.Bytes) : Photos.Exif.None;
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
            return Photos.Exif.None;
        }
    }
}
