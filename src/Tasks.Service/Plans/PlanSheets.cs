using Campaign.Documents;

namespace Campaign.Tasks.Plans;

/// <summary>The sheets of a plan and their headings.</summary>
internal static class PlanSheets
{
    public static readonly (string Name, Headings Headings) Head = ("方案", new(["文号", "标题", "发文机关", "发文日期"], []));
    public static readonly (string Name, Headings Headings) Phases = ("阶段", new(["名称", "开始", "结束"], []));
    public static readonly (string Name, Headings Headings) Annexes = ("附件", new(["名称"], ["已附"]));
    public static readonly (string Name, Headings Headings) Bands = ("人数档", new(["从", "到", "人数"], []));

    public static readonly (string Name, Headings Headings) Tasks = ("任务", new(
        ["行动序号", "行动", "牵头单位"], ["任务序号", "任务", "配合单位", "全部社区", "阶段", "期限", "类型", "包保领导", "条目", "点位", "措施"])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["牵头单位"] = ["责任单位", "责任部门", "牵头部门"],
            ["配合单位"] = ["配合部门"],
            ["期限"] = ["完成时限", "完成期限", "整改期限"],
            ["任务"] = ["任务名称", "工作任务"],
        },
    });
}
