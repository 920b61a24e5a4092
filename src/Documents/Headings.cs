using System.Text.RegularExpressions;

namespace Campaign.Documents;

/// <summary>
/// The headings that a sheet of one kind has. Blanks, line breaks, （必填）, * and the width of letters make no difference.
/// </summary>
/// <param name="Required">Without these the sheet is not of this kind.</param>
public sealed partial record Headings(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    private Dictionary<string, string>? names;

    /// <summary>Other words that offices use, by the heading that they mean.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Also { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The same with further words, such as an office's own; those for other headings are passed over.</summary>
    public Headings With(IEnumerable<(string Heading, string Word)> words)
    {
        var own = words.Where(word => Required.Concat(Optional).Contains(word.Heading, StringComparer.Ordinal))
            .ToLookup(word => word.Heading, word => word.Word, StringComparer.Ordinal);
        return new(Required, Optional)
        {
            // What the office says goes before what offices usually mean.
            Also = Also.Keys.Union(own.Select(words => words.Key), StringComparer.Ordinal)
                .Select(heading => (heading, Words: own[heading].Concat(Also.GetValueOrDefault(heading, []))))
                .OrderBy(pair => own.Contains(pair.heading) ? 0 : 1)
                .ToDictionary(pair => pair.heading, IReadOnlyList<string> (pair) => [.. pair.Words], StringComparer.Ordinal),
        };
    }

    /// <summary>The heading that a cell of a header means; null where it is none of these.</summary>
    internal string? Meant(string? written) => written is null ? null : Names.GetValueOrDefault(Plain(written));

    private Dictionary<string, string> Names => names ??= Pairs().DistinctBy(pair => pair.Written, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Written, pair => pair.Heading, StringComparer.Ordinal);

    private IEnumerable<(string Written, string Heading)> Pairs() =>
    [
        .. Required.Concat(Optional).Select(heading => (Plain(heading), heading)),
        .. from also in Also from word in also.Value select (Plain(word), also.Key),
    ];

    /// <summary>A heading as it is compared: without blanks and ornaments, narrow.</summary>
    public static string Plain(string written) =>
        Ornament().Replace(string.Concat(Width.Narrow(written).Where(c => !char.IsWhiteSpace(c))), "");

    [GeneratedRegex(@"\((必填|选填|必填项|选填项)\)|[*※:\u200B]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ornament();
}
