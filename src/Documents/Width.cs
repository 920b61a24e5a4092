namespace Campaign.Documents;

/// <summary>Letters, digits and signs as keyboards write them, where a Chinese one wrote them wide: <c>２０２４－９</c> is 2024-9.</summary>
internal static class Width
{
    private const char FirstWide = '！';
    private const char LastWide = '～';
    private const char WideBlank = '\u3000';

    public static string Narrow(string text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++) narrow[i] = Narrow(wide[i]);
    });

    private static char Narrow(char c) => c switch
    {
        >= FirstWide and <= LastWide => (char)(c - FirstWide + '!'),
        WideBlank => ' ',
        _ => c,
    };
}
