using Campaign.Inspections.Evidence;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Places;
using FluentValidation;

namespace Campaign.Inspections.Offline;

/// <summary>A finding recorded without reception: alone, or as what an item of a sheet was marked down for (扣分转问题).</summary>
/// <param name="Description">Of an item the reason of its deduction, where it says no more than that.</param>
/// <param name="Inspection">With <paramref name="Item"/>; also one that began on the phone.</param>
internal sealed record FieldFinding(
    string Category, Kernel.Severity? Severity, string? Description, ReportedPlace Place, IReadOnlyList<string>? Photos,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null, Guid? Inspection = null, int? Item = null)
{
    public RecordFinding At(string? reason, DateTimeOffset at) =>
        new(Category, Severity, Description ?? reason ?? $"第 {Item} 项扣分", Place, Photos ?? [], Inspection, at, PhotoRoles);

    internal sealed class Validator : AbstractValidator<FieldFinding>
    {
        public Validator()
        {
            RuleFor(x => x.Category).NotEmpty().MaximumLength(20);
            RuleFor(x => x.Description).NotEmpty().When(x => x.Item is null);
            RuleFor(x => x.Description).MaximumLength(2000);
            RuleFor(x => x.Severity).IsInEnum();
            RuleFor(x => x.Place).NotNull().SetValidator(new PlaceValidator());
            RuleFor(x => x.Photos).ArePhotoIds();
            RuleFor(x => x.PhotoRoles).AreRolesOf(x => x.Photos);
            RuleFor(x => x.Inspection).NotNull().When(x => x.Item is not null);
            RuleFor(x => x.Item).NotNull().When(x => x.Inspection is not null);
        }
    }
}
