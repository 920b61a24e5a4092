namespace Campaign.Tasks.Responsibility;

/// <summary>Who answered for a place and a matter on a day.</summary>
/// <param name="Lead">牵头; absent when no rule covered it or the unit of the rule did not take part on the day.</param>
/// <param name="Absent">Units that the rule names but that did not take part on the day.</param>
/// <param name="Rule">Index of the rule that decided, in the rules of that day.</param>
/// <param name="MapVersion">The how manieth drawing of the map was in force; absent when none.</param>
/// <param name="Explanation">The answer as people read it, with what it rests on.</param>
internal sealed record Responsible(
    DateOnly On, ResponsibleUnit? Lead, IReadOnlyList<ResponsibleUnit> Cooperating, IReadOnlyList<AbsentUnit> Absent,
    IReadOnlyList<ResponsiblePost> Guarantors, IReadOnlyList<ResponsiblePost> AreaOfficers, IReadOnlyList<ResponsiblePost> Guides,
    int? Rule, int? MapVersion, DateOnly? MapSince, string Explanation);

internal sealed record ResponsibleUnit(string Code, string Name);

internal sealed record AbsentUnit(string Code, string Name, string Reason);

/// <param name="Holder">Account that held the post on the day; absent: vacant.</param>
/// <param name="Because">Why this post: named by the rule, or answers for the field or for the community.</param>
internal sealed record ResponsiblePost(string Code, string Title, string? Holder, string Because);
