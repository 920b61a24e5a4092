namespace Campaign.Documents;

/// <summary>Text without what XML cannot carry.</summary>
internal static class Printable
{
    /// <summary>Without control characters, and cut to <paramref name="max"/> characters.</summary>
    public static string Text(string text, int max = int.MaxValue)
    {
        var clean = text.All(Is) ? text : string.Concat(text.Where(Is));
        return clean.Length > max ? clean[..max] : clean;
    }

    private static bool Is(char c) => c is '\t' or '\n' || !(char.IsControl(c) || c is '\uFFFE' or '\uFFFF');
}
