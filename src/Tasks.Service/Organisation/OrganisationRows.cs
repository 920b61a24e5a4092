namespace Campaign.Tasks.Organisation;

// Rows of the register as they hold on a day. ValidFrom and ValidTo (the last day) bound the period; Version is the stream's.

internal sealed record StreetRow(string Code, long Version, string Name);

internal sealed record CommunityRow(string Code, long Version, string Name, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public const string Columns = "p.code AS Code, p.version AS Version, p.name AS Name, p.valid_from AS ValidFrom, p.valid_to AS ValidTo";
}

/// <param name="From">First day in the campaign.</param>
/// <param name="Until">Last day in the campaign.</param>
internal sealed record UnitRow(
    string Code, long Version, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, string[]? Aliases = null,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public const string Columns =
        """
        p.code AS Code, p.version AS Version, p.name AS Name, p.category AS Category, p.community AS Community, p.first_day AS From,
        p.last_day AS Until, p.aliases AS Aliases, p.valid_from AS ValidFrom, p.valid_to AS ValidTo
        """;

    public bool TakesPartOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <param name="Holder">Account that holds the post on the day; null: vacant.</param>
internal sealed record PostRow(
    string Code, long Version, string Title, PostRole Role, string? Holder, string? Unit, string[] Fields, string[] Communities,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    public const string Columns =
        """
        p.code AS Code, p.version AS Version, p.title AS Title, p.role AS Role, h.holder AS Holder, p.unit AS Unit, p.fields AS Fields,
        p.communities AS Communities, p.valid_from AS ValidFrom, p.valid_to AS ValidTo
        """;

    public static readonly string Table =
        $"posts p LEFT JOIN post_holders h ON h.street = p.street AND h.code = p.code AND {Periods.Holds("h")}";
}

/// <param name="Posts">Codes of the posts that answer for it.</param>
internal sealed record CommunityOfPosts(string Code, string Name, string[] Posts);

/// <summary>One term of office.</summary>
/// <param name="Holder">Null: vacant.</param>
internal sealed record TenureRow(string? Holder, DateOnly ValidFrom, DateOnly? ValidTo, string? Reason);

/// <param name="Holders">Everybody who held the post, first to last.</param>
internal sealed record PostView(PostRow Post, IReadOnlyList<TenureRow> Holders);

/// <summary>The register of a street as it holds on a day; codes in order.</summary>
internal sealed record OrganisationOn(
    DateOnly Day, StreetRow Street, IReadOnlyList<CommunityRow> Communities, IReadOnlyList<UnitRow> Units, IReadOnlyList<PostRow> Posts);
