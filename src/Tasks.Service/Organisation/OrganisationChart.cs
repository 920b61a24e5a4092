namespace Campaign.Tasks.Organisation;

/// <summary>组织架构图 of a street on a day, as data for drawing. Nodes and edges in a stable order; edges only ever lead upwards.</summary>
internal sealed record OrganisationChart(DateOnly On, IReadOnlyList<ChartNode> Nodes, IReadOnlyList<ChartEdge> Edges)
{
    private const string Group = "leading-group";
    private const string Office = "leading-group-office";

    private static readonly PostRole[] InGroup =
        [PostRole.LeadingGroupHead, PostRole.ExecutiveDeputyHead, PostRole.DeputyHead, PostRole.Member];
    private static readonly PostRole[] InOffice = [PostRole.OfficeHead, PostRole.OfficeMember];

    public static OrganisationChart Of(OrganisationOn organisation)
    {
        var posts = organisation.Posts.OrderBy(post => post.Role).ThenBy(post => post.Code, StringComparer.Ordinal).ToList();
        return new(organisation.Day, [.. NodesOf(organisation, posts)], [.. EdgesOf(organisation, posts)]);
    }

    private static IEnumerable<ChartNode> NodesOf(OrganisationOn organisation, List<PostRow> posts)
    {
        yield return new(StreetId(organisation), organisation.Street.Name, ChartNodeKind.Street);
        if (posts.Exists(post => InGroup.Contains(post.Role))) yield return new(Group, "领导小组", ChartNodeKind.LeadingGroup);
        if (posts.Exists(post => InOffice.Contains(post.Role))) yield return new(Office, "领导小组办公室", ChartNodeKind.Office);
        foreach (var community in organisation.Communities)
            yield return new(CommunityId(community.Code), community.Name, ChartNodeKind.Community);
        foreach (var unit in organisation.Units) yield return new(UnitId(unit.Code), unit.Name, ChartNodeKind.Unit);
        foreach (var post in posts) yield return new(PostId(post), post.Title, ChartNodeKind.Post, post.Role, post.Holder);
    }

    private static IEnumerable<ChartEdge> EdgesOf(OrganisationOn organisation, List<PostRow> posts)
    {
        var street = StreetId(organisation);
        var communities = organisation.Communities.Select(community => community.Code).ToHashSet(StringComparer.Ordinal);
        var units = organisation.Units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        if (posts.Exists(post => InGroup.Contains(post.Role))) yield return new(Group, street, ChartEdgeKind.BelongsTo);
        if (posts.Exists(post => InOffice.Contains(post.Role))) yield return new(Office, street, ChartEdgeKind.BelongsTo);
        foreach (var code in organisation.Communities.Select(community => community.Code))
            yield return new(CommunityId(code), street, ChartEdgeKind.BelongsTo);
        foreach (var unit in organisation.Units)
        {
            var place = unit.Community is { } community && communities.Contains(community) ? CommunityId(community) : street;
            yield return new(UnitId(unit.Code), place, ChartEdgeKind.BelongsTo);
        }
        foreach (var post in posts)
        {
            if (InGroup.Contains(post.Role)) yield return new(PostId(post), Group, ChartEdgeKind.BelongsTo);
            if (InOffice.Contains(post.Role)) yield return new(PostId(post), Office, ChartEdgeKind.BelongsTo);
            if (post.Unit is { } unit && units.Contains(unit)) yield return new(PostId(post), UnitId(unit), ChartEdgeKind.BelongsTo);
            foreach (var superior in Superiors(post, posts)) yield return new(PostId(post), PostId(superior), ChartEdgeKind.ReportsTo);
            foreach (var community in post.Communities.Distinct(StringComparer.Ordinal).Where(communities.Contains))
                yield return new(PostId(post), CommunityId(community), LinkOf(post.Role));
        }
    }

    private static ChartEdgeKind LinkOf(PostRole role) => role is PostRole.Guarantor ? ChartEdgeKind.Guarantees : ChartEdgeKind.BelongsTo;

    private static readonly PostRole[] Ranks = [PostRole.LeadingGroupHead, PostRole.ExecutiveDeputyHead, PostRole.DeputyHead];

    /// <summary>
    /// An area officer works with the guarantors of his communities; everybody else in the campaign answers to the heads, all of them, or
    /// where there is none to the highest deputies.
    /// </summary>
    private static IEnumerable<PostRow> Superiors(PostRow post, List<PostRow> posts)
    {
        var guarantors = posts.FindAll(other =>
            post.Role is PostRole.AreaOfficer && other.Role is PostRole.Guarantor
            && other.Communities.Intersect(post.Communities, StringComparer.Ordinal).Any());
        if (guarantors.Count > 0) return guarantors;
        if (post.Role is PostRole.Guide) return [];
        var above = Ranks.TakeWhile(rank => rank != post.Role);
        return above.Select(rank => posts.FindAll(other => other.Role == rank)).FirstOrDefault(rank => rank.Count > 0) ?? [];
    }

    private static string StreetId(OrganisationOn organisation) => $"street/{organisation.Street.Code}";

    private static string CommunityId(string code) => $"community/{code}";

    private static string UnitId(string code) => $"unit/{code}";

    private static string PostId(PostRow post) => $"post/{post.Code}";
}

/// <param name="Holder">Account that holds the post on the day; absent: vacant, or no post.</param>
internal sealed record ChartNode(string Id, string Label, ChartNodeKind Kind, PostRole? Role = null, string? Holder = null);

/// <param name="From">Id of a node; <paramref name="To"/> is above it.</param>
internal sealed record ChartEdge(string From, string To, ChartEdgeKind Kind);

internal enum ChartNodeKind { Street, LeadingGroup, Office, Community, Unit, Post }

internal enum ChartEdgeKind { BelongsTo, ReportsTo, Guarantees }
