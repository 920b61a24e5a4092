using FluentValidation;

namespace Campaign.Inspections.Evidence;

/// <summary>What a photo shows: 近景, 远景, 整改前, 整改后, 复核.</summary>
internal enum PhotoRole { Near, Far, Before, After, Verification }

/// <param name="Photo">SHA-256 of its content.</param>
internal sealed record PhotoInRole(string Photo, PhotoRole Role);

internal static class PhotoRoles
{
    /// <summary>近景 and 远景 show the state before, too.</summary>
    public static string Stage(this PhotoRole role) => role switch
    {
        PhotoRole.After => "整改后",
        PhotoRole.Verification => "复核",
        PhotoRole.Near or PhotoRole.Far or PhotoRole.Before => "整改前",
    };

    /// <summary>Taken once the unit had reported.</summary>
    public static bool IsLater(this PhotoRole role) => role is PhotoRole.After or PhotoRole.Verification;

    /// <summary>Roles of the photos of a finding as it was found; without one a photo is 整改前.</summary>
    /// <param name="photos">Those that are attached at the same time.</param>
    public static void AreRolesOf<T>(
        this IRuleBuilder<T, IReadOnlyList<PhotoInRole>?> roles, Func<T, IReadOnlyList<string>?> photos) => roles
        .Must((body, items) => items is null
            || items.All(item => item is not null && photos(body)?.Contains(item.Photo, StringComparer.Ordinal) == true))
        .WithErrorCode("photo-role-unknown").WithMessage("只能注明本次所附照片的类型。")
        .Must(items => items is null || items.All(item => item?.Role is PhotoRole.Near or PhotoRole.Far or PhotoRole.Before))
        .WithErrorCode("photo-role-not-allowed").WithMessage("此处的照片只能是近景、远景或整改前；整改后照片由责任单位上报整改时提交。")
        .Must(items => items is null || items.DistinctBy(item => item?.Photo, StringComparer.Ordinal).Count() == items.Count)
        .WithErrorCode("photo-role-repeated").WithMessage("同一张照片的类型只能注明一次。");
}
