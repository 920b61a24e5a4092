using Campaign.Documents;
using Campaign.Tasks.Imports;

namespace Campaign.Tasks.Plans;

/// <summary>What reading a workbook has to say, and where in it the parts of the document lie.</summary>
internal sealed class SheetRemarks
{
    private readonly List<ImportRemark> remarks = [];
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportRemark> All => remarks;

    public int Refusals { get; private set; }

    public void Understand(string at, string note) => remarks.Add(new(at, RowOutcome.Understood, note));

    public void Question(string at, string note) => remarks.Add(new(at, RowOutcome.Questionable, note));

    public void Refuse(string at, string note)
    {
        Refusals++;
        remarks.Add(new(at, RowOutcome.Refused, note));
    }

    /// <summary>Whether a cell of the row has no value though something stands in it.</summary>
    public bool RefuseFaults(TableRow row)
    {
        foreach (var (cell, _, detail) in row.Faults) Refuse(cell.Address, detail);
        return row.Faults.Count > 0;
    }

    /// <summary>What the pointer means stands in this cell.</summary>
    public void Lies(string pointer, string address) => places.TryAdd(pointer, address);

    /// <summary>The cell of a pointer, or of what it is part of.</summary>
    public string Where(string pointer)
    {
        for (var part = pointer; part.Length > 0; part = part[..part.LastIndexOf('/')])
        {
            if (places.TryGetValue(part, out var address)) return address;
        }
        return pointer;
    }

    public DateOnly? Day(Cell cell)
    {
        if (cell.IsBlank) Refuse(cell.Address, "没有填写日期。");
        else if (cell.MomentFault is var (_, detail)) Refuse(cell.Address, detail);
        return cell.Date;
    }
}
