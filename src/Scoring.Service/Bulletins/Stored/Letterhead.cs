namespace Campaign.Scoring.Bulletins.Stored;

/// <summary><see cref="Bulletins.Letterhead"/> as events keep it.</summary>
internal sealed record Letterhead(string Issuer, string NumberPrefix, string Addressee, string Signature)
{
    public static Letterhead Of(Bulletins.Letterhead letterhead) => new(
        letterhead.Issuer, letterhead.NumberPrefix, letterhead.Addressee, letterhead.Signature);

    public Bulletins.Letterhead ToLetterhead() => new(Issuer, NumberPrefix, Addressee, Signature);
}
