using Campaign.Documents;
using System.Text.RegularExpressions;

namespace Campaign.Inspections.Findings;

/// <summary>
/// What the index of the ledger finds words by: pairs of neighbouring characters. Chinese has no spaces to split at, and its words are too
/// short for trigrams. Case and width make no difference.
/// The six digits of a case number stand for themselves as well, since their pairs are in every number.
/// </summary>
internal static partial class Bigrams
{
    public static string[] Of(params IEnumerable<string?> texts) =>
    [
        .. texts.OfType<string>().Select(NameText.Folded).SelectMany(text => Pairs(text).Concat(Numbers(text)))
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Pairs(string folded)
    {
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            // Half a surrogate pair is no text.
            var pair = folded.Substring(i, 2);
            if (!char.IsLowSurrogate(pair[0]) && !char.IsHighSurrogate(pair[1]) && !pair.Any(char.IsWhiteSpace)) yield return pair;
        }
    }

    private static IEnumerable<string> Numbers(string text) => SixDigits().Matches(text).Select(match => match.Value);

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
