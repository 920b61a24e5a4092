using Campaign.EventStore;

namespace Campaign.Tasks.Archives;

internal static class ArchiveRules
{
    public static readonly Refusal DocumentsMissing = new("documents-missing", "归档至少需要一份文件。", RefusalKind.Invalid, "/documents");
    public static readonly Refusal ItemEmpty = new("item-empty", "请附文件或说明准备情况。", RefusalKind.Invalid, "/documents");
    public static readonly Refusal Incomplete = new("archive-incomplete", "档案尚未齐全。");
}
