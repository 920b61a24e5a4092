using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>Photos and documents are named by the SHA-256 of their content, in lower-case hex.</summary>
internal static class EvidenceIds
{
    private const int MaxPhotos = 20;
    private const int MaxDocuments = 50;

    public static void ArePhotos<T>(this IRuleBuilder<T, IReadOnlyList<string>?> photos) => photos
        .Must(ids => ids is null || ids.Count <= MaxPhotos).WithErrorCode("too-many-photos").WithMessage($"照片不能超过 {MaxPhotos} 张。")
        .Must(ids => ids is null || ids.All(IsId)).WithErrorCode("photo-id-invalid").WithMessage("照片编号须为内容的 SHA-256（64 位小写十六进制）。");

    public static void AreDocuments<T>(this IRuleBuilder<T, IReadOnlyList<string>?> documents) => documents
        .AtMost(MaxDocuments)
        .Must(ids => ids is null || ids.All(IsId)).WithErrorCode("document-id-invalid").WithMessage("文件编号须为内容的 SHA-256（64 位小写十六进制）。");

    private static bool IsId(string? id) => id is { Length: 64 } && id.All(char.IsAsciiHexDigitLower);
}
