using System.Globalization;

namespace Campaign.Documents;

/// <summary><c>C7</c>: letters for the column, a number for the row.</summary>
internal static class CellAddress
{
    private const int LastColumn = 16_384;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static string Of(int column, int row) => $"{Letters(column)}{row}";

    /// <summary>From 0.</summary>
    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public static int Column(string address)
    {
        var column = 0;
        foreach (var letter in address.AsSpan(0, address.Length - Digits(address).Length))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
            if (column > LastColumn) throw new InvalidDataException($"There is no column {address}.");
        }

        return column > 0 ? column - 1 : throw new InvalidDataException($"There is no column in {address}.");
    }

    /// <summary>From 1.</summary>
    public static int Row(string address) =>
        int.Parse(Digits(address), NumberStyles.None, CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Digits(string address) => address.AsSpan().TrimStart(Alphabet);

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
