using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Specs.Organisation;

/// <summary>A street on 3 March: a head, a deputy, a guarantor and an area officer of C1, a secretary, three units.</summary>
internal static class ADay
{
    public static readonly DateOnly Day = new(2024, 3, 3);
    private static readonly DateOnly January = new(2024, 1, 1);

    public static readonly OrganisationOn InMarch = new(
        Day, new(AssignmentStory.TheStreet, 1, "南关街道"),
        [new("C1", 1, "广场社区"), new("C2", 1, "万里社区")],
        [
            new("U001", 1, "广场社区居委会", Unit.CommunityCommittee, "C1", January, null),
            new("U010", 1, "城管中队", null, null, new(2024, 4, 1), null),
            new("U012", 1, "环保站", null, null, January, new(2024, 2, 29)),
            new("U013", 1, "环卫站", null, null, January, null),
        ],
        [
            new("P01", 1, "办事处主任", PostRole.LeadingGroupHead, "account-1", null, [], []),
            new("P02", 1, "党工委副书记", PostRole.DeputyHead, "account-2", null, [], []),
            new("P03", 1, "人大工委主任", PostRole.Guarantor, "account-3", null, ["环境卫生"], ["C1"]),
            new("P04", 1, "包片干事", PostRole.AreaOfficer, null, null, [], ["C1"]),
            new("P05", 1, "万里社区讲解员", PostRole.Guide, "account-5", null, [], ["C2"]),
            new("P06", 1, "广场社区党组织书记", PostRole.Member, "account-6", "U001", [], ["C1"]),
        ]);
}
