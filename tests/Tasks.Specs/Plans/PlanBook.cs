using Campaign.Documents;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>A plan as an office keeps it, in sheets.</summary>
internal sealed class PlanBook
{
    private readonly List<object?[]> tasks = [];
    private readonly List<object?[]> bands = [];
    private readonly List<object?[]> annexes = [];
    private object?[] head = ["南关办〔2024〕6号", "工作方案", "南关街道办事处", new DateOnly(2024, 3, 19)];

    public PlanBook Head(params object?[] cells) => With(() => head = cells);

    /// <summary>行动序号 行动 任务 牵头单位 配合单位 全部社区 阶段 期限 类型 条目.</summary>
    public PlanBook Task(params object?[] cells) => With(() => tasks.Add(cells));

    /// <summary>从 到 人数.</summary>
    public PlanBook Band(params object?[] cells) => With(() => bands.Add(cells));

    /// <summary>名称 已附.</summary>
    public PlanBook Annex(params object?[] cells) => With(() => annexes.Add(cells));

    public IReadOnlyList<Table> Tables()
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            Sheet(book, "方案", [head], "文号", "标题", "发文机关", "发文日期");
            Sheet(
                book, "阶段", PlanStory.Document.Phases.Select(phase => new object?[] { phase.Name, phase.From, phase.To }),
                "名称", "开始", "结束");
            Sheet(book, "任务", tasks, "行动序号", "行动", "任务", "牵头单位", "配合单位", "全部社区", "阶段", "期限", "类型", "条目");
            if (bands.Count > 0) Sheet(book, "人数档", bands, "从", "到", "人数");
            if (annexes.Count > 0) Sheet(book, "附件", annexes, "名称", "已附");
        }
        file.Position = 0;
        return Workbook.Read(file);
    }

    private static void Sheet(WorkbookWriter book, string name, IEnumerable<object?[]> rows, params IEnumerable<string> columns)
    {
        book.Sheet(name, [.. columns.Select(column => new Column(column))]);
        foreach (var row in rows) book.Row(row);
    }

    private PlanBook With(Action change)
    {
        change();
        return this;
    }
}
