using System.Globalization;
using Campaign.Web;

namespace Campaign.Inspections.Kernel;

/// <summary>The place that a page ends at, in an order by two values: <c>2024-09-03_0193…</c>.</summary>
internal static class PageCursor
{
    private const char Between = '_';

    public static string Of(DateOnly day, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}{Between}{id:N}");

    public static string Of<TFirst, TSecond>(TFirst first, TSecond second) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}{Between}{second}");

    /// <summary>Null for a text that is no cursor of two values.</summary>
    public static (string First, string Second)? Parts(string? cursor) =>
        cursor?.Split(Between) is [var first, var second] ? (first, second) : null;

    /// <exception cref="InvalidCursorException">It is no cursor of two such values; an empty one begins at the beginning.</exception>
    public static (TFirst, TSecond) Read<TFirst, TSecond>(string? cursor, (TFirst, TSecond) beginning)
        where TFirst : IParsable<TFirst>
        where TSecond : IParsable<TSecond>
        => string.IsNullOrEmpty(cursor) ? beginning
            : Parts(cursor) is var (one, other)
            && TFirst.TryParse(one, CultureInfo.InvariantCulture, out var first)
            && TSecond.TryParse(other, CultureInfo.InvariantCulture, out var second)
                ? (first, second)
                : throw new InvalidCursorException();
}
