namespace Campaign.Inspections.Evidence.Stored;

/// <summary><see cref="Evidence.PhotoInRole"/> as events keep it.</summary>
internal sealed record PhotoInRole(string Photo, PhotoRole Role)
{
    public static PhotoInRole Of(Evidence.PhotoInRole photo) => new(photo.Photo, photo.Role);

    public Evidence.PhotoInRole ToPhotoInRole() => new(Photo, Role);
}
