namespace Campaign.Documents;

/// <summary>A row of a sheet, or two, as the header of what is below it.</summary>
internal sealed class Header
{
    private readonly IReadOnlyList<Place> places;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private Header(string sheet, int number, IReadOnlyList<Place> places)
    {
        (Sheet, Number, this.places) = (sheet, number, places);
        Names = [.. places.Select(place => place.Meant ?? place.Written)];
        // What is asked for goes before what only happens to be called so.
        foreach (var (index, name) in Names.Index().Where(name => name.Item is not null).OrderBy(name => IsKnown(name.Index) ? 0 : 1))
            indexes.TryAdd(name!, index);
    }

    public string Sheet { get; }

    /// <summary>Of its lower row.</summary>
    public int Number { get; }

    /// <summary>By column; null where nothing stands.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>Those that were asked for.</summary>
    public IEnumerable<string> Known => places.Select(place => place.Meant).OfType<string>();

    public IEnumerable<Cell> Unread => from place in places.Index()
                                       where place.Item is { Written: not null, Meant: null }
                                       select new Cell($"{Sheet}!{CellAddress.Of(place.Index, place.Item.Row)}", place.Item.Written);

    public static Header Of(string sheet, SheetRow line, Headings headings) => Of(sheet, line, headings.Meant);

    /// <summary>Every heading is one that may be asked for.</summary>
    public static Header Plain(string sheet, SheetRow line) => Of(sheet, line, name => name);

    /// <summary>
    /// Two rows that are one header: 整改 above 时间 is 整改时间. Null where the lower one is none, because something that is no
    /// heading stands below one that was asked for.
    /// </summary>
    public static Header? OfTwo(string sheet, SheetRow upper, SheetRow lower, IReadOnlyList<Span> spans, Headings headings)
    {
        var pairs = new List<Place>();
        for (var i = 0; i < Math.Max(upper.Values.Length, lower.Values.Length); i++)
        {
            var (above, below) = (Text(upper, i), Text(lower, i));
            var title = above ?? spans.Where(span => span.Row == upper.Number && span.First <= i && i <= span.Last)
                .Select(span => Text(upper, span.First)).FirstOrDefault();
            if (below is null) pairs.Add(new(above, upper.Number, headings.Meant(above)));
            else if (headings.Meant(title + below) is { } joined) pairs.Add(new(title + below, lower.Number, joined));
            else if (headings.Meant(below) is { } meant) pairs.Add(new(below, lower.Number, meant));
            else if (headings.Meant(above) is null) pairs.Add(new(below, lower.Number, null));
            else return null;
        }

        return new(sheet, lower.Number, pairs);
    }

    public bool IsKnown(int index) => places[index].Meant is not null;

    public int IndexOf(string name) => indexes.GetValueOrDefault(name, -1);

    public Cell Cell(int index, SheetRow line) =>
        new($"{Sheet}!{CellAddress.Of(index, line.Number)}", index < line.Values.Length ? line.Values[index] : null);

    private static Header Of(string sheet, SheetRow line, Func<string?, string?> meant) => new(
        sheet, line.Number, [.. line.Values.Select((_, index) => new Place(Text(line, index), line.Number, meant(Text(line, index))))]);

    /// <summary>A heading that is an error value is none.</summary>
    private static string? Text(SheetRow line, int index) =>
        index >= line.Values.Length || line.Values[index] is CellFault ? null : new Cell("", line.Values[index]).Text;

    /// <param name="Meant">The heading that was asked for; null where it is none.</param>
    private sealed record Place(string? Written, int Row, string? Meant);
}
