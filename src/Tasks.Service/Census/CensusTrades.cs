using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Census;

internal sealed record CensusTrades(IReadOnlyList<CensusTrade> Trades) : IAggregate<CensusTrades, ITradesEvent>
{
    /// <summary>五小 and 三小, until the street sets its own.</summary>
    public static CensusTrades Initial { get; } = new(
    [
        new("小餐饮", ["餐饮", "小餐饮店", "餐饮店"]),
        new("小旅店", ["旅馆", "旅店", "小旅馆"]),
        new("小美容美发", ["美容美发", "美发", "理发", "小美容美发店", "小理发店"]),
        new("小浴室", ["浴室", "小浴池"]),
        new("小歌舞厅", ["歌舞厅"]),
        new("网吧", ["小网吧"]),
        new("小食品店", ["食品店"]),
        new("小作坊", ["食品作坊", "食品小作坊"]),
    ]);

    public CensusTrades Evolve(ITradesEvent @event) => @event switch
    {
        CensusTradesSet e => new(e.Trades),
    };

    public static StreamId<CensusTrades> Stream(string street) => StreamId<CensusTrades>.Named(street, "census-trades");
}

internal sealed record SetCensusTrades(IReadOnlyList<CensusTrade> Trades, DateTimeOffset Now)
{
    public Decision Decide(CensusTrades known) =>
        known.Trades.Count == Trades.Count && known.Trades.Zip(Trades).All(pair => pair.First.SameAs(pair.Second))
            ? Decision.Nothing
            : Decision.Of(new CensusTradesSet(Trades, Now));
}

internal static class CensusTradesEndpoints
{
    public static void Map(RouteGroupBuilder census)
    {
        census.MapGet("/trades", Get).Allow(Audience.Everybody).WithSummary("行业目录").Produces<TradeList>().WithETag();
        census.MapPut("/trades", Put).Allow(Audience.Offices).WithSummary("设置行业目录").Produces<VersionedResult>();
    }

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (trades, version) = await store.Load(CensusTrades.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(new TradeList([.. trades.Trades.Select(trade => new TradeEntry(trade.Name, trade.Aliases))]));
    }

    private static Task<IResult> Put(string street, TradeList body, Commands commands) => commands.Run(
        CensusTrades.Stream(street),
        new SetCensusTrades([.. body.Trades.Select(trade => new CensusTrade(trade.Name, trade.Aliases ?? []))], commands.Now).Decide);
}

internal sealed record TradeEntry(string Name, IReadOnlyList<string>? Aliases);

internal sealed record TradeList(IReadOnlyList<TradeEntry> Trades)
{
    private const int MaxTrades = 50;
    private const int MaxAliases = 20;
    private const int MaxName = 30;

    internal sealed class Validator : AbstractValidator<TradeList>
    {
        public Validator()
        {
            RuleFor(x => x.Trades).NotEmpty().AtMost(MaxTrades);
            RuleForEach(x => x.Trades).NotNull().ChildRules(trade =>
            {
                trade.RuleFor(x => x.Name).NotEmpty().MaximumLength(MaxName);
                trade.RuleFor(x => x.Aliases).AtMost(MaxAliases);
                trade.RuleForEach(x => x.Aliases).NotEmpty().MaximumLength(MaxName);
            });
            RuleFor(x => x.Trades)
                .Must(trades => trades.SelectMany(Names).GroupBy(name => name, StringComparer.Ordinal).All(g => g.Count() == 1))
                .When(x => x.Trades is not null).WithErrorCode("trade-twice").WithMessage("行业名称或别名重复。");
        }

        private static IEnumerable<string> Names(TradeEntry? trade) => trade is null ? [] : [trade.Name, .. trade.Aliases ?? []];
    }
}
