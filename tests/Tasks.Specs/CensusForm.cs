using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Tasks.Census;

namespace Campaign.Tasks.Specs;

/// <summary>A census form as a street office sends it, and a census that it is read against.</summary>
internal sealed record FormRow(
    string? Code, string? Name = "老街面馆", string? Trade = "餐饮", string? Community = "广场社区", string? Address = null, string? Licence = "持证",
    object? LastCheck = null, string? Attained = null);

internal sealed class CensusForm
{
    public static readonly DateTimeOffset Now = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Dictionary<string, string> Communities =
        new() { ["C1"] = "广场社区", ["C2"] = "万里社区", ["C3"] = "同名社区", ["C4"] = "同名社区" };

    public Dictionary<string, StreamState<Establishment>> Known { get; } = [];

    public static Table Table(params IReadOnlyList<FormRow> rows)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("五小普查", [.. new[] { "编号", "名称", "行业", "社区", "地址", "证照", "最近检查", "达标" }.Select(title => new Column(title, 12))]);
            foreach (var row in rows)
                book.Row(row.Code, row.Name, row.Trade, row.Community, row.Address, row.Licence, row.LastCheck, row.Attained);
        }
        file.Position = 0;
        return Workbook.Read(file).Single();
    }

    /// <summary>A form whose header is another.</summary>
    public static Table Sheet(params string?[][] rows)
    {
        using var file = new Testing.TinyWorkbook().Rows("五小普查", rows).File();
        return Workbook.Read(file).Single().Under(CensusReading.Headings);
    }

    public IReadOnlyList<ReadRow> Read(params IReadOnlyList<FormRow> rows) => Read(Table(rows));

    public IReadOnlyList<ReadRow> Read(Table table) =>
        new CensusReading(new(CensusTrades.Initial.Trades, Communities, Known, Now))
            .Read(SheetRows.Of([table], CensusReading.Headings).Rows);

    /// <summary>Reads the rows and takes what they yield.</summary>
    public CensusForm Take(params IReadOnlyList<FormRow> rows)
    {
        foreach (var row in Read(rows)) Happened(row.Answer.Code!, [.. row.Events]);
        return this;
    }

    public CensusForm Happened(string code, params object[] events)
    {
        var (state, version) = Known.GetValueOrDefault(code, new(Establishment.Initial, 0));
        Known[code] = new(events.Cast<IEstablishmentEvent>().Aggregate(state, (s, e) => s.Evolve(e)), version + events.Length);
        return this;
    }
}
