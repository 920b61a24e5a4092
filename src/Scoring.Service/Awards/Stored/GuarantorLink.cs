namespace Campaign.Scoring.Awards.Stored;

/// <summary><see cref="Awards.GuarantorLink"/> as events keep it.</summary>
internal sealed record GuarantorLink(string Post, IReadOnlyList<string> Subjects)
{
    public static GuarantorLink Of(Awards.GuarantorLink link) => new(link.Post, link.Subjects);

    public Awards.GuarantorLink ToGuarantorLink() => new(Post, Subjects);
}
