using Campaign.EventStore;

namespace Campaign.Tasks.Organisation;

internal static class OrganisationRules
{
    public static readonly Refusal StreetUnknown = new("street-unknown", "该街道尚未登记参加创建工作。", RefusalKind.NotFound);
    public static readonly Refusal StreetCodeInvalid = new("street-code-invalid", "街道代码须为 9 位统计用区划代码。", RefusalKind.Invalid);
    public static readonly Refusal CodeInvalid = new("code-invalid", "编号须为 1 至 30 个字母、数字、汉字或 - _ . · 。", RefusalKind.Invalid);
    public static readonly Refusal UnitNotFound = new("unit-not-found", "没有这个责任单位。", RefusalKind.NotFound);
    public static readonly Refusal UnitUnknown = new("unit-unknown", "本街道没有登记这个责任单位。", RefusalKind.Invalid, "/unit");
    public static readonly Refusal CommunityUnknown = new("community-unknown", "本街道没有登记这个社区。", RefusalKind.Invalid, "/community");
    public static Refusal LooksLike(string other, string field) => new(
        "name-looks-alike", $"与“{other}”看起来相同，请改用能区分的名称。", RefusalKind.Conflict, field);

    public static readonly Refusal PostNotFound = new("post-not-found", "没有这个职务。", RefusalKind.NotFound);
    public static readonly Refusal PostUnknown = new("post-unknown", "本街道没有登记这个职务。", RefusalKind.Invalid);
}
