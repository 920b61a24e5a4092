using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <summary>
/// Refuses what is guessed first: words and runs of the embedded list, alone, several in a row or with figures around them, the user's
/// own name, and one figure or sign over and over.
/// </summary>
internal sealed class BannedPasswords : IPasswordValidator<Account>
{
    private const int ShortestName = 4;
    private static readonly FrozenSet<string> Words = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsBanned(user.UserName, password ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = "password-banned", Description = "密码过于常见或包含用户名，容易被猜中，请另设一个。" })
            : IdentityResult.Success);

    internal static bool IsBanned(string? userName, string password)
    {
        var plain = Plain(password);
        if (plain.Length == 0) return true;
        if (userName is { Length: >= ShortestName } && plain.Contains(Plain(userName), StringComparison.Ordinal)
            && 2 * userName.Length >= password.Length) return true;
        return IsMadeOfWords(plain) || IsMadeOfWords(plain.Trim([.. "0123456789"]));
    }

    /// <summary>Words in a row: each must end where the next begins.</summary>
    private static bool IsMadeOfWords(string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var from = 0; from < text.Length; from++)
        {
            if (!reached[from]) continue;
            foreach (var word in Words)
            {
                if (string.CompareOrdinal(text, from, word, 0, word.Length) == 0) reached[from + word.Length] = true;
            }
        }
        return reached[text.Length];
    }

    // Capitals and signs between make a word no harder to guess.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(BannedPasswords).Assembly.GetManifestResourceStream("BannedPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] is not '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
