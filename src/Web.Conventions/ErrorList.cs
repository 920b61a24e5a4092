using System.Text;

namespace Campaign.Web;

/// <summary>The errors that one answer names: at most 100, and 64 KiB with what stands around them. Nobody reads more.</summary>
/// <param name="Omitted">How many more there are.</param>
internal sealed record ErrorList(IReadOnlyList<FieldError> Shown, int Omitted)
{
    public const int Most = 100;

    private const int MostBytes = 56 * 1024;
    private const int MostLetters = 1000;
    private const int Around = 80; // Names of the fields, line and column.

    public static ErrorList Of(IReadOnlyList<FieldError> errors)
    {
        var shown = new List<FieldError>();
        var bytes = 0;
        foreach (var error in errors.Take(Most).Select(Short))
        {
            bytes += Around + Size(error.Pointer) + Size(error.Rule) + Size(error.Detail);
            if (bytes > MostBytes) break;
            shown.Add(error);
        }

        return new(shown, errors.Count - shown.Count);
    }

    private static FieldError Short(FieldError error) => error with { Pointer = Short(error.Pointer), Detail = Short(error.Detail) };

    private static string Short(string text) => text.Length <= MostLetters ? text : $"{text[..Cut(text)]}…";

    private static int Cut(string text) => char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters;

    // A quotation mark or a control character is written as up to six.
    private static int Size(string text) => Encoding.UTF8.GetByteCount(text) + (5 * text.Count(c => c is '"' or '\\' || char.IsControl(c)));
}
