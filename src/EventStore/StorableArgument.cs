using System.Text;

namespace Campaign.EventStore;

/// <summary>
/// Text that PostgreSQL cannot keep: U+0000, or half of a surrogate pair. Entrances refuse it; a batch that meets it halfway, with a part
/// of it sent already, would wait for an answer that never comes.
/// </summary>
internal static class StorableArgument
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnstorableArgumentException">The text cannot be kept.</exception>
    public static string Checked(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new UnstorableArgumentException();
        try
        {
            _ = Strict.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException half)
        {
            throw new UnstorableArgumentException(half);
        }
    }

    /// <inheritdoc cref="Checked(string)"/>
    public static object Checked(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null) Checked(text);
        }

        return texts;
    }
}
