using FluentValidation;

namespace Campaign.Inspections.Visits;

internal static class EntryValidation
{
    private const int MaxEntries = 300;

    /// <summary>The form of entries; what a sheet allows is decided by <see cref="FillSheet"/>.</summary>
    public static void AreEntries<T>(this IRuleBuilder<T, IReadOnlyList<ItemEntry>?> items) => items
        .Must(entries => entries is null || entries.Count <= MaxEntries).WithErrorCode("too-many-items").WithMessage($"评分项不能超过 {MaxEntries} 项。")
        .ForEach(entry => entry.NotNull().SetValidator(new EntryValidator()));

    private sealed class EntryValidator : AbstractValidator<ItemEntry>
    {
        public EntryValidator()
        {
            RuleFor(x => x.Deduction).PrecisionScale(8, 4, ignoreTrailingZeros: true);
            RuleFor(x => x.Reason).MaximumLength(500);
        }
    }
}
