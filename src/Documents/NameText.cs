using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace Campaign.Documents;

/// <summary>
/// What people and things are called: the one rule for every entrance. The runtime goes without ICU and normalises nothing itself.
/// </summary>
public static class NameText
{
    private const char FirstCompatible = '\uF900';
    private const char LastCompatible = '\uFAFF';

    /// <summary>Letters and signs that show nothing: fillers, the braille blank.</summary>
    private const string Blanks = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /// <summary>Trimmed and in one form (NFC).</summary>
    public static string? Clean(string? text) => text is null ? null : Composed(text.Trim());

    /// <summary>Whether all of it can be seen: no control, no zero-width and no direction signs.</summary>
    public static bool IsVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return false;
            if (rune.IsBmp && Blanks.Contains((char)rune.Value, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>The same for two names that look the same: width, case, blanks, brackets, dots and variants of a character aside.</summary>
    public static string Look(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var rune in Folded(Clean(name)!).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || IsVariant(rune)) continue;
            look.Append(rune.Value switch
            {
                '[' or '{' or '<' or '〔' or '【' or '〈' or '《' or '「' or '『' or '〖' => "(",
                ']' or '}' or '>' or '〕' or '】' or '〉' or '》' or '」' or '』' or '〗' => ")",
                '•' or '‧' or '・' or '･' or '⋅' or '∙' or '●' => "·",
                '‐' or '‑' or '–' or '—' or '−' or '―' => "-",
                _ => rune.ToString(),
            });
        }

        return look.ToString();
    }

    /// <summary>In small letters and narrow signs, for search.</summary>
    public static string Folded(string text) => Width.Narrow(text).ToLowerInvariant();

    private static bool IsVariant(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // The tables are loaded for those few names only that may not be in that form.
    private static string Composed(string text) => text.EnumerateRunes().Any(MayChange) ? ENSNormalize.NF.NFC(text) : text;

    private static bool MayChange(Rune rune) =>
        rune.Value is (>= FirstCompatible and <= LastCompatible) or (>= 0x2F800 and <= 0x2FA1F) or (>= 0x1100 and <= 0x11FF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is 0x2126 or 0x212A or 0x212B;
}
