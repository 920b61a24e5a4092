namespace Campaign.Inspections.Evidence;

/// <summary>A kind of file that is taken as evidence.</summary>
/// <param name="Extension">Of the name that a document is saved under.</param>
internal sealed record MediaType(string ContentType, string Name, MediaClass Class, string Extension)
{
    private const string Ooxml = "application/vnd.openxmlformats-officedocument.";

    public static readonly MediaType Jpeg = new("image/jpeg", "JPEG 照片", MediaClass.Photo, "jpg");
    public static readonly MediaType Png = new("image/png", "PNG 照片", MediaClass.Photo, "png");
    public static readonly MediaType WebP = new("image/webp", "WebP 照片", MediaClass.Photo, "webp");
    public static readonly MediaType Heic = new("image/heic", "HEIC 照片", MediaClass.Photo, "heic");
    public static readonly MediaType Pdf = new("application/pdf", "PDF 文件", MediaClass.Document, "pdf");
    public static readonly MediaType Ofd = new("application/ofd", "OFD 文件", MediaClass.Document, "ofd");
    public static readonly MediaType Docx = new($"{Ooxml}wordprocessingml.document", "Word 文档", MediaClass.Document, "docx");
    public static readonly MediaType Xlsx = new($"{Ooxml}spreadsheetml.sheet", "Excel 工作簿", MediaClass.Document, "xlsx");
    public static readonly MediaType Pptx = new($"{Ooxml}presentationml.presentation", "PowerPoint 演示文稿", MediaClass.Document, "pptx");
    public static readonly MediaType Doc = new("application/msword", "WPS 文字或 Word 97 文档", MediaClass.Document, "doc");
    public static readonly MediaType Xls = new("application/vnd.ms-excel", "WPS 表格或 Excel 97 工作簿", MediaClass.Document, "xls");
    public static readonly MediaType Ppt = new("application/vnd.ms-powerpoint", "WPS 演示或 PowerPoint 97 演示文稿", MediaClass.Document, "ppt");
    public static readonly MediaType Mp4 = new("video/mp4", "MP4 视频", MediaClass.Video, "mp4");

    /// <summary>What has to be told by its directory, once it is whole: not taken as such.</summary>
    public static readonly MediaType Zip = new("application/zip", "ZIP 压缩包", MediaClass.Document, "zip");
    public static readonly MediaType Compound = new("application/x-ole-storage", "复合文档", MediaClass.Document, "ole");

    private static readonly MediaType[] Documents = [Pdf, Ofd, Docx, Xlsx, Pptx, Doc, Xls, Ppt];

    public static string[] DocumentTypes => [.. Documents.Select(type => type.ContentType)];

    /// <summary>Whether a photo of this type is drawn in small.</summary>
    public static bool HasThumbnail(string contentType) =>
        contentType == Jpeg.ContentType || contentType == Png.ContentType || contentType == WebP.ContentType;

    /// <summary>The document that is stored under this type; null for a photo or a video.</summary>
    public static MediaType? Document(string contentType) => Array.Find(Documents, type => type.ContentType == contentType);
}

internal enum MediaClass { Photo, Document, Video }

/// <param name="Type">Null for a kind that is not taken.</param>
/// <param name="Found">What it is, for people.</param>
internal readonly record struct Sniffed(MediaType? Type, string Found)
{
    public static implicit operator Sniffed(MediaType type) => new(type, type.Name);

    public static implicit operator Sniffed(string found) => new(null, found);
}
