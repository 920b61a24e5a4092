namespace Campaign.Documents;

/// <summary>A row of a sheet as the header of what is below it.</summary>
internal sealed class Header
{
    private readonly IReadOnlyList<string?> written;
    private readonly IReadOnlyList<bool> known;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private Header(string sheet, SheetRow line, Func<string?, string?> meant)
    {
        (Sheet, Number) = (sheet, line.Number);
        // A heading that is an error value is none.
        written = [.. line.Values.Select(value => value is CellFault ? null : new Cell("", value).Text)];
        var names = written.Select(meant).ToList();
        known = [.. names.Select(name => name is not null)];
        Names = [.. names.Zip(written, (name, text) => name ?? text)];
        // What is asked for goes before what only happens to be called so.
        foreach (var (index, name) in Names.Index().Where(place => place.Item is not null).OrderBy(place => known[place.Index] ? 0 : 1))
            places.TryAdd(name!, index);
    }

    public string Sheet { get; }

    public int Number { get; }

    /// <summary>By column; null where nothing stands.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>Those that were asked for.</summary>
    public IEnumerable<string> Known => Names.Where((_, index) => known[index]).OfType<string>();

    public IEnumerable<Cell> Unread => from place in written.Index()
                                       where place.Item is not null && !known[place.Index]
                                       select new Cell($"{Sheet}!{CellAddress.Of(place.Index, Number)}", place.Item);

    public static Header Of(string sheet, SheetRow line, Headings headings) => new(sheet, line, headings.Meant);

    /// <summary>Every heading is one that may be asked for.</summary>
    public static Header Plain(string sheet, SheetRow line) => new(sheet, line, name => name);

    public bool IsKnown(int index) => known[index];

    public int IndexOf(string name) => places.GetValueOrDefault(name, -1);

    public Cell Cell(int index, SheetRow line) =>
        new($"{Sheet}!{CellAddress.Of(index, line.Number)}", index < line.Values.Length ? line.Values[index] : null);
}
