using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Web;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报: a closed month becomes public under the next number of the year in which it is published.</summary>
/// <param name="Notes">How far the half-year's evaluation has come, in sentences.</param>
/// <param name="Sanctions">Null where the policy does not announce them.</param>
internal sealed record PublishBulletin(
    Month Month, Letterhead Letterhead, IReadOnlyDictionary<string, int> LastMonthRanks, IReadOnlyList<string> Notes, DateTimeOffset Now,
    IReadOnlyList<AnnouncedSanction>? Sanctions = null)
{
    public int Year => ChinaTime.DateOf(Now).Year;

    public Decision Decide(MonthState month, BulletinRegister register) => month.Status switch
    {
        MonthStatus.Open => MonthRules.NotClosed,
        MonthStatus.Published => Decision.Nothing,
        MonthStatus.Closed => Decision.Of(Announcement(register.Last + 1)),
    };

    public BulletinPublished Announcement(int number) => new(
        Year, number, Month.ToString(), Letterhead.DocumentNumber(Year, number),
        $"关于{Month.Year}年{Month.Number}月创建国家卫生城市工作考评情况的通报", LastMonthRanks, Now,
        Letterhead: Stored.Letterhead.Of(Letterhead), Notes: Notes,
        Sanctions: Sanctions is null ? null : [.. Sanctions.Select(Stored.Sanction.Of)]);
}

internal static class PublishBulletinEndpoint
{
    public static void Map(RouteGroupBuilder months) => months
        .MapPost("/{month}/publication", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("通报").Produces<PublishedBulletin>();

    private static async Task<IResult> Handle(
        string street, string month, NoContent body, Commands commands, BulletinSources sources)
    {
        if (!Month.TryParse(month, out var asked)) return Problems.Of(Month.Invalid);
        var command = new PublishBulletin(
            asked, (await sources.Letterhead(street, commands.Cancellation)).Letterhead,
            await sources.Ranks(street, asked.Previous, commands.Cancellation),
            await sources.Notes(street, asked, commands.Cancellation), commands.Now,
            await sources.Sanctions(street, asked, commands.Cancellation));
        return await commands.Run(
            MonthState.Stream(street, asked),
            async (closed, streams) =>
            {
                var register = await streams.Load(BulletinRegister.Stream(street, command.Year));
                var (events, refusal) = command.Decide(closed.State, register.State);
                if (refusal is not null) return refusal;
                return events is [BulletinPublished bulletin]
                    ? JointDecision.Of(register.Gets(bulletin), closed.Gets(Published(bulletin)))
                    : JointDecision.Nothing;
            },
            done => new PublishedBulletin(asked.ToString(), done.State.Year, done.State.Number, done.Version));
    }

    private static MonthPublished Published(BulletinPublished bulletin) => new(bulletin.Month, bulletin.Year, bulletin.Number, bulletin.At);
}

internal sealed record PublishedBulletin(string Month, int Year, int Number, long Version);
