using MetadataExtractor.Formats.Riff;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>Takes the EXIF out of a WebP file and passes over everything else.</summary>
internal sealed class WebPChunks : IRiffHandler
{
    private Exif exif = Photos.Exif.None;

    public static Exif Exif(byte[] file)
    {
        var chunks = new WebPChunks();
        try
        {
            new RiffReader().ProcessRiff(new DistrustfulReader(file, isBigEndian: false), chunks);
        }
        catch (Exception failure) when (DistrustfulReader.IsOfFile(failure))
        {
        }
        return chunks.exif;
    }

    public bool ShouldAcceptRiffIdentifier(string identifier) => identifier == "WEBP";

    public bool ShouldAcceptList(string fourCc) => false;

    public bool ShouldAcceptChunk(string fourCc) => fourCc == "EXIF";

    public void ProcessChunk(string fourCc, byte[] payload) => exif = Photos.Exif.Read(payload);
}
