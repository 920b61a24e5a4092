namespace Campaign.Inspections.Evidence;

/// <summary>A kind of file that is taken as evidence.</summary>
internal sealed record MediaType(string ContentType, string Name, MediaClass Class)
{
    public static readonly MediaType Jpeg = new("image/jpeg", "JPEG 照片", MediaClass.Photo);
    public static readonly MediaType Png = new("image/png", "PNG 照片", MediaClass.Photo);
    public static readonly MediaType WebP = new("image/webp", "WebP 照片", MediaClass.Photo);
    public static readonly MediaType Heic = new("image/heic", "HEIC 照片", MediaClass.Photo);
    public static readonly MediaType Pdf = new("application/pdf", "PDF 文件", MediaClass.Document);
    public static readonly MediaType Ofd = new("application/ofd", "OFD 文件", MediaClass.Document);
    public static readonly MediaType Mp4 = new("video/mp4", "MP4 视频", MediaClass.Video);
}

internal enum MediaClass { Photo, Document, Video }

/// <param name="Type">Null for a kind that is not taken.</param>
/// <param name="Found">What it is, for people.</param>
internal readonly record struct Sniffed(MediaType? Type, string Found)
{
    public static implicit operator Sniffed(MediaType type) => new(type, type.Name);

    public static implicit operator Sniffed(string found) => new(null, found);
}
