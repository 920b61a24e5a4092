using System.Runtime.InteropServices;
using SkiaSharp;

namespace Campaign.Inspections.Evidence.Photos;

/// <summary>What is known of a picture once it was opened, as whoever judges the finding will open it.</summary>
/// <param name="Fingerprint">See <see cref="Photos.Fingerprint"/>; null where the picture is not recognised, or was not decoded.</param>
internal readonly record struct Recognition(bool IsReadable, long? Fingerprint)
{
    public static readonly Recognition Unreadable = new(false, null);
    public static readonly Recognition NotDecoded = new(true, null);

    /// <exception cref="OperationCanceledException">Between two steps of the decoder.</exception>
    public static Recognition Of(byte[] file, CancellationToken cancellation)
    {
        var type = Sniffing.Sniff(file.AsSpan(0, Math.Min(file.Length, Sniffing.HeadBytes))).Type;
        if (type is not { Class: MediaClass.Photo } || PhotoHeader.Read(type, file) is not { } header) return Unreadable;
        if (PixelLimits.AreExceeded(type, header.Width, header.Height) || !header.IsDecoded) return NotDecoded;
        if (type == MediaType.Jpeg)
        {
            if (JpegScans.Whole(file) is not { } whole) return Unreadable;
            file = whole;
        }

        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        try
        {
            using var data = SKData.Create(pinned.AddrOfPinnedObject(), file.Length);
            using var codec = SKCodec.Create(data);
            // A file of which the decoder reads other measures than we did is not what was bounded.
            if (codec is null || codec.EncodedFormat != FormatOf(type)
                || (codec.Info.Width, codec.Info.Height) != (header.Width, header.Height))
                return Unreadable;
            return PictureDecoder.Decode(codec, cancellation) is { } picture
                ? new(true, Photos.Fingerprint.Of(picture.Upright(header.Exif.Orientation)))
                : Unreadable;
        }
        finally
        {
            pinned.Free();
        }
    }

    private static SKEncodedImageFormat? FormatOf(MediaType type) =>
        type == MediaType.Jpeg ? SKEncodedImageFormat.Jpeg
        : type == MediaType.Png ? SKEncodedImageFormat.Png
        : type == MediaType.WebP ? SKEncodedImageFormat.Webp
        : null;
}
