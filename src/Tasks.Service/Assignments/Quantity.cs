using System.Text;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>Work in numbers: 宣传展板 22 块.</summary>
/// <param name="Unit">The measure word: 块, 车, 份, 人次. What is counted in another measure is never added to it.</param>
internal sealed record Quantity(string Item, decimal Amount, string Unit)
{
    public static IReadOnlyList<Quantity>? Normalised(IReadOnlyList<Quantity>? quantities) =>
        quantities is null
            ? null
            : [.. quantities.Select(quantity => quantity with { Item = NameOf(quantity.Item), Unit = NameOf(quantity.Unit) })];

    /// <summary>One name however it was typed: letters and digits half width, brackets full width, single blanks, none around.</summary>
    public static string NameOf(string typed)
    {
        var name = new StringBuilder(typed.Length);
        foreach (var c in typed.Select(Width))
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank) name.Append(c);
            else if (name.Length > 0 && name[^1] != ' ') name.Append(' ');
        }
        return name.ToString().TrimEnd();
    }

    private static char Width(char c) => c switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 'Ａ' + 'A'),
        '(' => '（',
        ')' => '）',
        _ => c,
    };
}

internal static class QuantityRules
{
    private const int MaxQuantities = 50;
    private const decimal MaxAmount = 100_000_000;

    public static void AreQuantities<T>(this IRuleBuilderInitial<T, IReadOnlyList<Quantity>?> quantities) =>
        quantities.AtMost(MaxQuantities).ForEach(quantity => quantity.NotNull().SetValidator(new Validator()));

    private sealed class Validator : AbstractValidator<Quantity>
    {
        public Validator()
        {
            RuleFor(x => x.Item).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Unit).NotEmpty().MaximumLength(10);
            RuleFor(x => x.Amount).GreaterThan(0).LessThanOrEqualTo(MaxAmount).PrecisionScale(12, 3, ignoreTrailingZeros: true);
        }
    }
}
