using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>What numbers a policy may hold, so that every figure made of them is exact.</summary>
internal static class Numbers
{
    /// <summary>千分制.</summary>
    public const decimal MaxWeight = 1000;
    private const decimal MaxAmount = 1_000_000_000;
    private const int Digits = 4;

    public static bool IsPoints(decimal value) => Math.Abs(value) <= Points.Max && IsShort(value);

    public static bool IsWeight(decimal value) => value is >= 0 and <= MaxWeight && IsShort(value);

    public static bool IsAmount(decimal value) => Math.Abs(value) <= MaxAmount && IsShort(value);

    private static bool IsShort(decimal value) => decimal.Round(value, Digits) == value;
}
