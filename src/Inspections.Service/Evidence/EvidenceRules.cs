using Campaign.EventStore;
using Campaign.Inspections.Evidence.Photos;

namespace Campaign.Inspections.Evidence;

internal static class EvidenceRules
{
    public static readonly Refusal NotFound = new("evidence-not-found", "没有这份凭证。", RefusalKind.NotFound);
    public static readonly Refusal IdInvalid = new("evidence-id-invalid", "凭证编号须为内容的 SHA-256（64 位小写十六进制）。", RefusalKind.Invalid);
    public static readonly Refusal ContentDiffers = new("evidence-content-differs", "内容与其 SHA-256 编号不符，可能传输有误，请重新上传。", RefusalKind.Invalid);
    public static readonly Refusal Unknown = new("evidence-unknown", "照片尚未上传。", RefusalKind.Invalid, "/photos");

    public static readonly Refusal IsDocument = new("photo-is-document", "这是文件，不是照片；请改附照片，文件归入档案。", RefusalKind.Invalid, "/photos");
    public static readonly Refusal NoThumbnail = new(
        "evidence-has-no-thumbnail", "这份凭证没有缩略图（只有 JPEG、PNG、WebP 照片有），请查看原件。", RefusalKind.Invalid);

    public static readonly Refusal Unreadable = new(
        "evidence-unreadable", "照片无法打开，文件可能已损坏或没有传完整，请重新拍摄，或重新选取原图后上传。", RefusalKind.Invalid);

    public static Refusal TypeNotTaken(string found) => new(
        "evidence-type-not-taken", $"不接受这种文件（{found}）；只接受 JPEG、PNG、WebP、HEIC 照片，PDF、OFD、Word、Excel、PowerPoint、WPS 文档（不含宏）和 MP4 视频。",
        RefusalKind.Invalid);

    public static Refusal TooLarge(MediaType type, long limit) => new(
        "evidence-too-large", $"{type.Name}不能超过 {Size(limit)}。", RefusalKind.Invalid);

    public static Refusal TooManyPixels(MediaType type, int width, int height) => new(
        "evidence-too-many-pixels",
        $"{type.Name}的尺寸为 {width}×{height} 像素；总数不能超过 {PixelLimits.MaxPixels(type) / 100_000_000} 亿像素，每边不能超过 {PixelLimits.MaxSide} 像素。",
        RefusalKind.Invalid);

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : $"{bytes} 字节";
}
