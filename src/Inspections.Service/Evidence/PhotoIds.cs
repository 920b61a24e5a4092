using FluentValidation;

namespace Campaign.Inspections.Evidence;

/// <summary>A photo is named by the SHA-256 of its content, in lower-case hex.</summary>
internal static class PhotoIds
{
    private const int MaxPhotos = 20;

    public static bool IsPhotoId(string? id) => id is { Length: 64 } && id.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    public static void ArePhotoIds<T>(this IRuleBuilder<T, IReadOnlyList<string>?> photos) => photos
        .Must(ids => ids is null || ids.Count <= MaxPhotos).WithErrorCode("too-many-photos").WithMessage($"照片不能超过 {MaxPhotos} 张。")
        .Must(ids => ids is null || ids.All(IsPhotoId)).WithErrorCode("photo-id-invalid").WithMessage("照片编号须为内容的 SHA-256（64 位小写十六进制）。");
}
