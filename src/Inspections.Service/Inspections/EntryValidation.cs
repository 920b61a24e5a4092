using Campaign.Inspections.Evidence;
using Campaign.Inspections.ScoreSheets;
using FluentValidation;

namespace Campaign.Inspections.Inspections;

internal static class EntryValidation
{
    private const int MaxEntries = 300;
    private const int MaxCount = 9999;

    /// <summary>The form of entries; what a sheet allows is decided by <see cref="FillSheet"/>.</summary>
    public static void AreEntries<T>(this IRuleBuilder<T, IReadOnlyList<ItemEntry>?> items) => items
        .Must(entries => entries is null || entries.Count <= MaxEntries).WithErrorCode("too-many-items")
        .WithMessage($"评分项不能超过 {MaxEntries} 项。")
        .ForEach(entry => entry.NotNull().SetValidator(new EntryValidator()));

    public static void IsDeduction<T>(this IRuleBuilder<T, decimal> deduction) => deduction
        .PrecisionScale(8, 4, ignoreTrailingZeros: true).GreaterThanOrEqualTo(0)
        .WithErrorCode(InspectionRules.DeductionNegative.Rule).WithMessage(InspectionRules.DeductionNegative.Detail);

    public static void IsCount<T>(this IRuleBuilder<T, int?> count) => count.InclusiveBetween(0, MaxCount);

    public static void IsReason<T>(this IRuleBuilder<T, string?> reason) => reason.MaximumLength(500);

    private sealed class EntryValidator : AbstractValidator<ItemEntry>
    {
        public EntryValidator()
        {
            RuleFor(x => x.No).InclusiveBetween(1, SheetRules.MaxNo);
            RuleFor(x => x.Deduction).IsDeduction();
            RuleFor(x => x.Count).IsCount();
            RuleFor(x => x.Reason).IsReason();
            RuleFor(x => x.Photos).ArePhotoIds();
            RuleFor(x => x.PhotoRoles).AreRolesOf(x => x.Photos);
        }
    }
}
