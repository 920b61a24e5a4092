namespace Campaign.Tasks.Organisation;

/// <summary>双包保: whose work something is where nobody names the guarantor leader. Pure.</summary>
/// <param name="communities">The community of each unit that belongs to one.</param>
/// <param name="posts">Those that somebody holds: a vacant post would review nothing.</param>
internal sealed class Guarantors(IReadOnlyDictionary<string, string> communities, IReadOnlyList<GuarantorPost> posts)
{
    public static Guarantors None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    public string? CommunityOf(string unit) => communities.GetValueOrDefault(unit);

    /// <summary>
    /// The one of the community, of several the one of the field; where the community has none, the one of the field. Never a post of the
    /// unit itself, which may not review its own work.
    /// </summary>
    /// <param name="community">Where it lies; that of the unit when null.</param>
    /// <param name="about">What it is about, in words that name the field.</param>
    /// <returns>Code of the post; null when nobody answers for it.</returns>
    public string? Of(string unit, string? community = null, string? about = null)
    {
        var place = community ?? CommunityOf(unit);
        var answering =
            from post in posts
            where post.Unit != unit
            let ofPlace = place is not null && post.Communities.Contains(place, StringComparer.Ordinal)
            let ofField = about is not null && post.Fields.Any(field => about.Contains(field, StringComparison.Ordinal))
            where ofPlace || ofField
            select (post.Code, ofPlace, ofField);
        return answering.OrderByDescending(post => post.ofPlace).ThenByDescending(post => post.ofField)
            .ThenBy(post => post.Code, StringComparer.Ordinal).Select(post => post.Code).FirstOrDefault();
    }
}

/// <param name="Unit">The unit it belongs to.</param>
internal sealed record GuarantorPost(string Code, string? Unit, string[] Fields, string[] Communities);
