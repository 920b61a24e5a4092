using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报: a closed month becomes public under the next number of the year in which it is published.</summary>
/// <param name="Notes">How far the half-year's evaluation has come, in sentences.</param>
internal sealed record PublishBulletin(
    Month Month, Letterhead Letterhead, IReadOnlyDictionary<string, int> LastMonthRanks, IReadOnlyList<string> Notes, DateTimeOffset Now)
{
    public int Year => ChinaTime.DateOf(Now).Year;

    public Decision Decide(MonthState month, BulletinRegister register) => month.Status switch
    {
        MonthStatus.Open => MonthRules.NotClosed,
        MonthStatus.Published => Decision.Nothing,
        MonthStatus.Closed => Decision.Of(Bulletin(register.Last + 1)),
    };

    private BulletinPublished Bulletin(int number) => new(
        Year, number, Month.ToString(), Letterhead.DocumentNumber(Year, number),
        $"关于{Month.Year}年{Month.Number}月创建国家卫生城市工作考评情况的通报", LastMonthRanks, Now,
        Letterhead: Stored.Letterhead.Of(Letterhead), Notes: Notes);
}

internal static class PublishBulletinEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/publication", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("通报").Produces<PublishedBulletin>();

    private static async Task<IResult> Handle(
        string street, string month, NoContent body, Commands commands, IEventStore store, BulletinSources sources, HttpContext http)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(MonthRules.Invalid);
        var command = new PublishBulletin(
            asked, (await sources.Letterhead(street, commands.Cancellation)).Letterhead,
            await sources.Ranks(street, asked.Previous, commands.Cancellation),
            await sources.Notes(street, asked, commands.Cancellation), commands.Now);
        var monthStream = MonthState.Stream(street, asked);
        var registerStream = BulletinRegister.Stream(street, command.Year);
        while (true)
        {
            var (state, version) = await store.Load<MonthState>(monthStream, commands.Cancellation);
            var (register, last) = await store.Load<BulletinRegister>(registerStream, commands.Cancellation);
            var (events, refusal) = command.Decide(state, register);
            if (refusal is not null) return Problems.Of(refusal);
            if (events is not [BulletinPublished bulletin]) return Answer(http, asked, version, state.Year, state.Number);
            try
            {
                await store.Append(
                    [
                        StreamAppend.To<BulletinRegister>(registerStream, last, [NewEvent.Of(bulletin)]),
                        StreamAppend.To<MonthState>(monthStream, version, [NewEvent.Of(MonthPublished.By(bulletin))]),
                    ],
                    commands.Metadata, commands.Cancellation);
                return Answer(http, asked, version + 1, bulletin.Year, bulletin.Number);
            }
            catch (StreamVersionConflictException)
            {
                // Another bulletin took the number, or this one is out already: decide on what is there now.
            }
        }
    }

    private static IResult Answer(HttpContext http, Month month, long version, int year, int number)
    {
        ETags.Write(http, version);
        return TypedResults.Ok(new PublishedBulletin(month.ToString(), year, number, version));
    }
}

internal sealed record PublishedBulletin(string Month, int Year, int Number, long Version);
