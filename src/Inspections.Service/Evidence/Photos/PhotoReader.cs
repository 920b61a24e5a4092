using System.Runtime.InteropServices;
using Campaign.EventStore;
using SkiaSharp;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>
/// Opens a photo as whoever judges the finding will: one that cannot be opened is no evidence. Its header is read before anything of it is
/// decoded, and what a decoder would hold in memory is reckoned from it.
/// </summary>
internal static class PhotoReader
{
    public static PhotoLook Read(MediaType type, byte[] file)
    {
        if (type == MediaType.Heic) return Heic.Read(file) is { } heic ? Look(type, heic, () => null) : EvidenceRules.Unreadable;

        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        try
        {
            using var data = SKData.Create(pinned.AddrOfPinnedObject(), file.Length);
            using var codec = SKCodec.Create(data);
            if (codec is null || codec.EncodedFormat != FormatOf(type)) return EvidenceRules.Unreadable;

            var header = PhotoHeader.Read(type, file, codec.Info.Width, codec.Info.Height);
            return Look(type, header, () => PictureDecoder.Decode(codec));
        }
        finally
        {
            pinned.Free();
        }
    }

    private static PhotoLook Look(MediaType type, PhotoHeader header, Func<Luminance?> decode)
    {
        if (PixelLimits.AreExceeded(type, header.Width, header.Height))
            return EvidenceRules.TooManyPixels(type, header.Width, header.Height);

        var facts = PhotoFacts.Of(header);
        if (!header.IsDecoded) return new PhotoLook(facts, null);
        if (decode() is not { } picture) return EvidenceRules.Unreadable;
        return new PhotoLook(facts with { Fingerprint = Fingerprint.Of(picture.Upright(header.Exif.Orientation)) }, null);
    }

    private static SKEncodedImageFormat? FormatOf(MediaType type) =>
        type == MediaType.Jpeg ? SKEncodedImageFormat.Jpeg
        : type == MediaType.Png ? SKEncodedImageFormat.Png
        : type == MediaType.WebP ? SKEncodedImageFormat.Webp
        : null;
}

/// <param name="Refusal">Why the photo is not taken; the facts are none then.</param>
internal readonly record struct PhotoLook(PhotoFacts Facts, Refusal? Refusal)
{
    public static implicit operator PhotoLook(Refusal refusal) => new(PhotoFacts.None, refusal);
}
