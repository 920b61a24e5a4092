namespace Campaign.Tasks.Organisation;

/// <summary>讲解员 of a community: the post for it, else its secretary.</summary>
internal static class DefaultGuide
{
    /// <summary>Of the community <c>p.community</c> of the street <c>p.street</c>, as registered now; a row, or none.</summary>
    public const string OfCommunity =
        """
        SELECT o.code FROM posts o LEFT JOIN units u ON u.street = o.street AND u.code = o.unit AND u.valid_to IS NULL
        WHERE o.street = p.street AND o.valid_to IS NULL AND (
            o.role = 'Guide' AND p.community = ANY (o.communities)
            OR u.community = p.community AND o.title LIKE '%书记%' AND o.title NOT LIKE '%副书记%')
        ORDER BY o.role = 'Guide' AND p.community = ANY (o.communities) DESC, o.code LIMIT 1
        """;
}
