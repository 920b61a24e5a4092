namespace Campaign.Documents;

/// <summary>
/// Text that every part of the platform can keep: without U+0000, which PostgreSQL does not know, and without half of a surrogate pair,
/// which is no character and has no UTF-8. A workbook can hold both (<c>_x0000_</c>, <c>_xD83D_</c>).
/// </summary>
public static class WellFormedText
{
    public static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i])) return false;
            if (!char.IsHighSurrogate(text[i])) continue;
            if (++i == text.Length || !char.IsLowSurrogate(text[i])) return false;
        }

        return true;
    }
}
