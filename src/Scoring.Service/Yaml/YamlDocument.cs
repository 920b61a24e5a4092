using System.Text;
using Campaign.Web;

namespace Campaign.Scoring.Yaml;

/// <summary>One YAML document as the JSON that it says, and where in it everything stands.</summary>
/// <param name="Json">UTF-8. Numbers have the digits they were written with.</param>
internal sealed record YamlDocument(ReadOnlyMemory<byte> Json, YamlPlace Places)
{
    /// <summary>Levels of lists and fields inside each other.</summary>
    public const int MaxDepth = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UnreadableBodyException">It is not YAML, or more than plain fields, lists and values.</exception>
    public static YamlDocument Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return Read(Utf8.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableBodyException(new FieldError("", "yaml-not-utf8", "正文须用 UTF-8 编码。"));
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static YamlDocument Read(string text) => new YamlReader(text.TrimStart('\uFEFF')).Document();
}
