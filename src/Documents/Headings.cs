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

    /// <summary>The heading that a cell of a header means; null where it is none of these.</summary>
    internal string? Meant(string? written) => written is null ? null : Names.GetValueOrDefault(Plain(written));

    private Dictionary<string, string> Names => names ??= Pairs().DistinctBy(pair => pair.Written, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Written, pair => pair.Heading, StringComparer.Ordinal);

    private IEnumerable<(string Written, string Heading)> Pairs() =>
    [
        .. Required.Concat(Optional).Select(heading => (Plain(heading), heading)),
        .. from also in Also from word in also.Value select (Plain(word), also.Key),
    ];

    private static string Plain(string written) =>
        Ornament().Replace(string.Concat(Width.Narrow(written).Where(c => !char.IsWhiteSpace(c))), "");

    [GeneratedRegex(@"\((必填|选填|必填项|选填项)\)|[*※:\u200B]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ornament();
}
