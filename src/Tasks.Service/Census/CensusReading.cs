using Campaign.Documents;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Responsibility;
using Campaign.Web;

namespace Campaign.Tasks.Census;

/// <summary>What the import made of one row.</summary>
/// <param name="Row">Its number as the sheet shows it.</param>
/// <param name="Note">What is wrong with it, or what a person should look at.</param>
/// <param name="Cell">Where, as people find it: <c>五小普查!C7</c>.</param>
internal sealed record CensusRow(
    string Sheet, int Row, string? Code, string? Name, RowOutcome Outcome, string? Note, string? Cell);

/// <summary>A row with the events it yields on the establishment as it stands.</summary>
internal sealed record ReadRow(CensusRow Answer, long Version, IReadOnlyList<object> Events);

/// <param name="Communities">Names by code.</param>
internal sealed record CensusContext(
    IReadOnlyList<CensusTrade> Trades, IReadOnlyDictionary<string, string> Communities,
    IReadOnlyDictionary<string, StreamState<Establishment>> Known,
    DateTimeOffset Now);

/// <summary>Reads a census form row by row. Pure; takes nothing.</summary>
internal sealed class CensusReading
{
    public const string Code = "编号";
    public const string Name = "名称";
    public const string Trade = "行业";
    public const string Community = "社区";
    public const string Address = "地址";
    public const string Licensing = "证照";
    public const string LastCheck = "最近检查";
    public const string Attained = "达标";

    public static readonly Headings Headings = new([Code, Name, Trade, Community], [Address, Licensing, LastCheck, Attained])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Code] = ["编码", "店铺编号", "场所编号"],
            [Name] = ["店名", "店铺名称", "单位名称", "场所名称", "门店名称"],
            [Trade] = ["行业类别", "行业类型", "业态"],
            [Community] = ["所属社区", "所在社区", "社区名称"],
            [Address] = ["地点", "位置", "详细地址", "经营地址"],
            [Licensing] = ["证照情况", "持证情况"],
            [LastCheck] = ["最近检查日期", "检查日期", "检查时间"],
            [Attained] = ["是否达标", "达标情况"],
        },
    };

    /// <summary>By this a form is known whose other headings are not.</summary>
    public static readonly Headings OnlyCode = new([Code], []) { Also = Headings.Also };

    private static readonly StreamState<Establishment> Unknown = new(Establishment.Initial, 0);

    private readonly CensusContext context;
    private readonly Dictionary<string, string> trades;
    private readonly ILookup<string, string> communities;
    private readonly Dictionary<string, TableRow> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Address), string> places = [];

    public CensusReading(CensusContext context)
    {
        this.context = context;
        trades = context.Trades.SelectMany(trade => trade.Aliases.Prepend(trade.Name), (trade, name) => (name, trade.Name))
            .ToDictionary(t => t.name, t => t.Name, StringComparer.Ordinal);
        communities = context.Communities.SelectMany(
            c => new[] { c.Key, c.Value }.Distinct(StringComparer.Ordinal), (c, name) => (name, c.Key))
            .ToLookup(c => c.name, c => c.Key, StringComparer.Ordinal);
        foreach (var known in context.Known.Values.Select(loaded => loaded.State).Where(known => !known.Closed))
            if (known.Particulars is { Address: { } address } at) places.TryAdd((at.Name, address), at.Code);
    }

    public IReadOnlyList<ReadRow> Read(IReadOnlyList<TableRow> rows) => [.. rows.Select(Read)];

    private ReadRow Read(TableRow row)
    {
        if (row.Faults is [var (broken, _, detail), ..])
            return new(new(row.Sheet, row.Number, null, null, RowOutcome.Refused, detail, broken.Address), 0, []);
        if (Fault(row) is var (cell, fault)) return Answer(row, RowOutcome.Refused, fault, cell);

        var code = row[Code].Text!;
        seen[code] = row;
        var (known, version) = context.Known.GetValueOrDefault(code, Unknown);
        if (known.Closed)
            return Answer(row, RowOutcome.Questionable, "平台上已登记停业，本行不予采纳；如已恢复营业，请先登记恢复营业。", row[Code]);

        var events = Events(row, known);
        var (questioned, question) = Question(row, known);
        var outcome = events.Count == 0 ? RowOutcome.Unchanged : question is null ? RowOutcome.Understood : RowOutcome.Questionable;
        return outcome is RowOutcome.Unchanged
            ? Answer(row, outcome, null, null)
            : Answer(row, outcome, question, questioned) with { Version = version, Events = events };
    }

    private static ReadRow Answer(TableRow row, RowOutcome outcome, string? note, Cell? cell) =>
        new(new(row.Sheet, row.Number, row[Code].Text, row[Name].Text, outcome, note, cell?.Address), 0, []);

    /// <summary>The first thing that keeps a row out.</summary>
    private (Cell Cell, string Fault)? Fault(TableRow row)
    {
        var (code, name, date) = (row[Code], row[Name], row[LastCheck]);
        return (code.Text, row[Trade].Text, row[Community].Text) switch
        {
            (null, _, _) => (code, "没有填写编号。"),
            ({ } text, _, _) when !RegisteredStreetOnly.IsCode(text) => (code, OrganisationRules.CodeInvalid.Detail),
            ({ } text, _, _) when seen.TryGetValue(text, out var first) =>
                (code, $"编号与{(first.Sheet == row.Sheet ? "" : $"工作表“{first.Sheet}”")}第{first.Number}行重复。"),
            _ when name.IsBlank => (name, "没有填写名称。"),
            _ when !NameText.IsVisible(name.Text!) => (name, "名称含有看不见的字符，请删去后重新填写。"),
            _ when name.Text!.Length > EstablishmentEntry.MaxName => (name, $"名称不能超过{EstablishmentEntry.MaxName}个字。"),
            _ when row[Address].Text?.Length > EstablishmentEntry.MaxAddress => (row[Address], $"地址不能超过{EstablishmentEntry.MaxAddress}个字。"),
            (_, null, _) => (row[Trade], "没有填写行业。"),
            (_, { } trade, _) when !trades.ContainsKey(trade) => (row[Trade], $"本街道的行业目录中没有“{trade}”。"),
            (_, _, null) => (row[Community], "没有填写社区。"),
            (_, _, { } community) when !communities.Contains(community) => (row[Community], $"本街道没有登记社区“{community}”。"),
            (_, _, { } community) when communities[community].Count() > 1 => (row[Community], $"有不止一个社区叫“{community}”，请填写社区编号。"),
            _ when Licences.Named(row[Licensing].Text) is null => (row[Licensing], "证照应填：持证、无证、过期或不需。"),
            _ when date.MomentFault is var (_, undated) => (date, undated),
            _ when date.Date > ChinaTime.DateOf(context.Now) => (date, "检查日期晚于今天。"),
            _ when !row[Attained].IsBlank && row[Attained].Truth is null => (row[Attained], "达标应填：是或否，未判定的请留空。"),
            _ when !row[Attained].IsBlank && date.IsBlank => (date, "填写了达标情况，却没有填写最近检查的日期。"),
            _ => null,
        };
    }

    private List<object> Events(TableRow row, Establishment known)
    {
        var events = new List<object>(new RegisterEstablishment(Particulars(row, known.Particulars)).Decide(known).Events);
        if (row[LastCheck].Date is { } day && known.Checks.GetValueOrDefault(day) is var same && !Says(same, row[Attained].Truth))
            events.Add(new EstablishmentChecked(
                row[Code].Text!, day, row[Attained].Truth, same?.Problems, same?.Evidence ?? [], context.Now));
        return events;
    }

    /// <summary>What the form leaves empty stays as it is known.</summary>
    private EstablishmentRegistered Particulars(TableRow row, EstablishmentRegistered? known) => new(
        row[Code].Text!, NameText.Clean(row[Name].Text)!, trades[row[Trade].Text!], communities[row[Community].Text!].Single(),
        row[Address].Text ?? known?.Address,
        row[Licensing].IsBlank ? known?.Licence ?? Licence.Unknown : Licences.Named(row[Licensing].Text)!.Value,
        known?.HealthCertificates, context.Now);

    /// <summary>A form that leaves it open does not take back what was found that day.</summary>
    private static bool Says(EstablishmentChecked? check, bool? attained) =>
        check is not null && (attained is null || check.Attained == attained);

    private (Cell?, string?) Question(TableRow row, Establishment known)
    {
        var (name, address, day) = (row[Name].Text!, row[Address].Text, row[LastCheck].Date);
        var twin = address is null || places.TryAdd((name, address), row[Code].Text!) ? null : places[(name, address)];
        return row switch
        {
            _ when twin is not null && twin != row[Code].Text => (row[Name], $"与编号{twin}同名同址，可能是同一家。"),
            _ when day is { } on && known.Checks.GetValueOrDefault(on) is { } same && !Says(same, row[Attained].Truth) =>
                (row[Attained], "平台上同一天的检查结果不同，将以本表为准。"),
            _ when day < known.Checks.Keys.LastOrDefault() =>
                (row[LastCheck], $"平台上已有{known.Checks.Keys.Last():yyyy-MM-dd}的检查，达标情况以较近的为准。"),
            _ when day is not null && row[Attained].IsBlank => (row[Attained], "有检查日期而没有填写达标情况，按未判定导入。"),
            _ when Particulars(row, known.Particulars).Licence is Licence.Unknown => (row[Licensing], "没有填写证照，按未知导入。"),
            _ => (null, null),
        };
    }
}
