using Campaign.Documents;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>The sheet 任务, row by row. An empty action means the one above, as merged cells leave it.</summary>
internal sealed class TaskRows(UnitNameResolver names, AssignmentKinds kinds, SheetRemarks remarks)
{
    private const int MaxRows = 5_000;

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n', ' '];
    private static readonly string[] Everybody = ["全部社区", "各社区", "所有社区"];

    private static readonly (string Field, string Column)[] Columns =
    [
        ("", "任务"), ("/lead", "牵头单位"), ("/cooperating", "配合单位"), ("/phases", "阶段"), ("/due", "期限"), ("/guarantor", "包保领导"),
        ("/items", "条目"), ("/points", "点位"),
    ];

    public IReadOnlyList<PlanAction> Read(Table sheet)
    {
        if (sheet.Rows.Count > MaxRows)
        {
            remarks.Refuse(sheet.Sheet, $"工作表“任务”超过 {MaxRows} 行，请拆分后导入。");
            return [];
        }
        var actions = new List<(int No, string Name, List<TableRow> Rows)>();
        foreach (var row in sheet.Rows)
        {
            if (remarks.RefuseFaults(row)) continue;
            if (row["行动序号"].IsBlank && actions.Count > 0)
                actions[^1].Rows.Add(row);
            else if (row["行动序号"].Whole is not { } no)
                remarks.Refuse(row["行动序号"].Address, "行动序号须为整数。");
            else if (actions.Find(action => action.No == no) is { Rows: { } rows })
                rows.Add(row);
            else
                actions.Add((no, row["行动"].Text ?? "", [row]));
        }
        return [.. actions.Select((action, index) => Action(action.No, action.Name, action.Rows, $"/actions/{index}"))];
    }

    private PlanAction Action(int no, string name, List<TableRow> rows, string pointer)
    {
        remarks.Lies(pointer, rows[0]["行动"].Address);
        string[] measures = [.. rows.SelectMany(row => row["措施"].Text?.Split('\n', Trimmed) ?? []).Distinct(StringComparer.Ordinal)];
        var plain = rows.FindAll(row => row["任务"].IsBlank);
        if (plain.Count == 0)
            return new(no, name, null, AllCommunities: false, measures,
                [.. rows.Select((row, index) => Task(row, index, $"{pointer}/tasks/{index}"))]);
        foreach (var row in rows.Except(plain)) remarks.Refuse(row["任务"].Address, "同一行动下，有的行写了任务，有的行没有写。");

        var units = new List<string>();
        var everybody = false;
        foreach (var row in plain)
        {
            var refusals = remarks.Refusals;
            var (lead, all) = Units(row, "牵头单位");
            var (cooperating, too) = Units(row, "配合单位");
            if (cooperating.Count > 0) remarks.Question(row["配合单位"].Address, "行动下没有具体任务，配合单位与牵头单位各自承担。");
            foreach (var (cell, codes) in new[] { (row["牵头单位"], lead), (row["配合单位"], cooperating) })
            {
                foreach (var code in codes)
                {
                    remarks.Lies($"{pointer}/units/{units.Count}", cell.Address);
                    units.Add(code);
                }
            }
            everybody |= all || too || Truth(row["全部社区"]);
            if (remarks.Refusals == refusals) remarks.Understand(row["行动"].Address, $"行动{no}，各单位在每个阶段各一项任务。");
        }
        return new(no, name, units, everybody, measures);
    }

    private PlanTask Task(TableRow row, int index, string pointer)
    {
        var refusals = remarks.Refusals;
        var (leads, all) = Units(row, "牵头单位");
        var (cooperating, too) = Units(row, "配合单位");
        if (leads.Count > 1) remarks.Question(row["牵头单位"].Address, "一项任务只有一个牵头单位：以第一个为牵头，其余按配合处理。");
        foreach (var (field, column) in Columns) remarks.Lies(pointer + field, row[column].Address);
        var task = new PlanTask(
            row["任务序号"].Whole ?? index + 1, row["任务"].Text!, leads.Count > 0 ? leads[0] : null,
            [.. leads.Skip(1).Concat(cooperating).Except(leads.Take(1), StringComparer.Ordinal)], all || too || Truth(row["全部社区"]),
            Parts(row["阶段"]) is { Count: > 0 } phases ? phases : null, Due(row["期限"]), Kind(row["类型"]), Guarantor(row["包保领导"]),
            Parts(row["条目"]) is { Count: > 0 } items ? items : null, Parts(row["点位"]) is { Count: > 0 } points ? points : null);
        if (remarks.Refusals == refusals)
            remarks.Understand(row["任务"].Address, $"任务“{task.Title}”{(task.Due is { } due ? $"，{PlanText.Until(due)}前完成" : "")}。");
        return task;
    }

    /// <summary>The codes of the units a cell names, and whether it means all communities.</summary>
    private (IReadOnlyList<string> Codes, bool Everybody) Units(TableRow row, string column)
    {
        var parts = Parts(row[column]);
        var codes = new List<string>();
        foreach (var name in parts.Except(Everybody, StringComparer.Ordinal))
        {
            var (code, problem) = names.Unit(name);
            if (code is null) remarks.Refuse(row[column].Address, problem!);
            else codes.Add(code);
        }
        return (codes, parts.Intersect(Everybody, StringComparer.Ordinal).Any());
    }

    private bool Truth(Cell cell)
    {
        if (!cell.IsBlank && cell.Truth is null) remarks.Refuse(cell.Address, $"“全部社区”填是或否，不能填“{cell.Text}”。");
        return cell.Truth == true;
    }

    /// <summary>A day lasts until its 24:00.</summary>
    private DateTimeOffset? Due(Cell cell)
    {
        if (cell.IsBlank) return null;
        if (cell.Moment is not { } moment)
        {
            remarks.Refuse(cell.Address, cell.MomentFault!.Value.Detail);
            return null;
        }
        return moment.TimeOfDay == TimeSpan.Zero ? Deadline.EndOf(DateOnly.FromDateTime(moment)) : new(moment, ChinaTime.Offset);
    }

    private AssignmentKind? Kind(Cell cell)
    {
        if (cell.Text is not { } word) return null;
        if (kinds.InPlans(word) is { Kind: var kind }) return kind == AssignmentKinds.UnlessSaid ? null : kind;
        remarks.Refuse(cell.Address, $"任务类型须为{kinds.PlanWords}，不能是“{word}”。");
        return null;
    }

    private string? Guarantor(Cell cell)
    {
        if (cell.Text is not { } name) return null;
        var (code, problem) = names.Post(name);
        if (code is null) remarks.Refuse(cell.Address, problem!);
        return code;
    }

    private static IReadOnlyList<string> Parts(Cell cell) =>
        cell.Text?.Split(Separators, Trimmed) ?? [];
}
