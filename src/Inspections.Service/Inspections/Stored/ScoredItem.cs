using Campaign.Inspections.Evidence.Stored;

namespace Campaign.Inspections.Inspections.Stored;

/// <summary><see cref="Inspections.ScoredItem"/> as events keep it.</summary>
internal sealed record ScoredItem(
    int No, decimal Max, bool NotApplicable, decimal Deduction, string? Reason, int? Count = null, IReadOnlyList<string>? Photos = null,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    public static ScoredItem Of(Inspections.ScoredItem item) => new(
        item.No, item.Max, item.NotApplicable, item.Deduction, item.Reason, item.Count, item.Photos,
        item.PhotoRoles is null ? null : [.. item.PhotoRoles.Select(PhotoInRole.Of)]);

    public Inspections.ScoredItem ToScoredItem() => new(
        No, Max, NotApplicable, Deduction, Reason, Count, Photos,
        PhotoRoles is null ? null : [.. PhotoRoles.Select(photo => photo.ToPhotoInRole())]);
}
