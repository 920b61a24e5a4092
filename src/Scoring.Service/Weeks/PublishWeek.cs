using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Scoring.Weeks;

/// <summary>周通报: a week that is over becomes public, once, under the next number of the year in which it is published.</summary>
/// <param name="NextWeek">What the office writes about the week to come.</param>
internal sealed record PublishWeek(Week Week, Letterhead Letterhead, WeekReport Report, IReadOnlyList<string> NextWeek, DateTimeOffset Now)
{
    public int Year => ChinaTime.DateOf(Now).Year;

    public Decision Decide(WeekState week, WeekRegister register)
    {
        if (week.Last is not null) return Decision.Nothing;
        if (!Week.IsOverAt(Now)) return WeekRules.NotOver;
        return Decision.Of(Notice(register.Last + 1));
    }

    public WeekNoticePublished Notice(int number) => new(
        Week.ToString(), Year, number, Number(Year, number), $"关于{Week.Text}创建国家卫生城市工作情况的通报",
        Bulletins.Stored.Letterhead.Of(Letterhead), Stored.WeekReport.Of(Report), NextWeek, Now);

    public static string Number(int year, int number) => $"周通报〔{year}〕第{number}期";
}

internal static class PublishWeekEndpoint
{
    public static void Map(RouteGroupBuilder weeks) => weeks
        .MapPost("/{week}/publication", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("发布周通报").Produces<PublishedWeek>();

    private static async Task<IResult> Handle(string street, string week, NewWeekNotice body, Commands commands, WeekSources sources)
    {
        if (!Week.TryParse(week, out var asked)) return Problems.Of(Week.Invalid);
        var command = await sources.Publication(street, asked, body.NextWeek ?? [], commands.Now, commands.Cancellation);
        return await commands.Run(
            WeekState.Stream(street, asked),
            async (known, streams) =>
            {
                var register = await streams.Load(WeekRegister.Stream(street, command.Year));
                return Numbered(known, register, command.Decide(known.State, register.State));
            },
            done => PublishedWeek.Of(asked, done));
    }

    /// <summary>The notice stands with its week and its number in the register, or neither does.</summary>
    public static JointDecision Numbered(StreamRef<WeekState> week, StreamRef<WeekRegister> register, Decision decision)
    {
        var (events, refusal) = decision;
        if (refusal is not null) return refusal;
        return events is [WeekNoticePublished e]
            ? JointDecision.Of(register.Gets(new WeekNoticeNumbered(e.Year, e.Number, e.Week, e.At)), week.Gets(e))
            : JointDecision.Nothing;
    }
}

internal sealed record NewWeekNotice(IReadOnlyList<string>? NextWeek = null)
{
    internal sealed class Validator : AbstractValidator<NewWeekNotice>
    {
        private const int MostLines = 50;

        public Validator()
        {
            RuleFor(x => x.NextWeek).AtMost(MostLines);
            RuleForEach(x => x.NextWeek).NotEmpty().MaximumLength(500);
        }
    }
}

internal sealed record PublishedWeek(string Week, int Year, int Number, string DocumentNumber, long Version)
{
    public static PublishedWeek Of(Week week, AppendResult<WeekState> done) =>
        new(week.ToString(), done.State.Last!.Year, done.State.Last.Number, done.State.Last.DocumentNumber, done.Version);
}
