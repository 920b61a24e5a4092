using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Weeks;

/// <summary>更正: what came late goes into a notice of its own that names the one before. Nothing announced is rewritten.</summary>
/// <param name="Anew">The week by what is known now.</param>
internal sealed record CorrectWeek(PublishWeek Anew, string Reason)
{
    public Decision Decide(WeekState week, WeekRegister register)
    {
        if (week.Last is not { } last) return WeekRules.NotPublished;
        var notice = Anew.Notice(register.Last + 1);
        if (StoredJson.Same(last.Report.ToWeekReport(), Anew.Report)) return WeekRules.NothingToCorrect;
        return Decision.Of(notice with
        {
            Title = $"关于更正{Anew.Week.Text}创建国家卫生城市工作情况的通报",
            NextWeek = last.NextWeek,
            Correction = last.Corrections + 1,
            Corrects = last.DocumentNumber,
            Reason = Reason,
            Changes = [.. WeekChange.Between(last.Report.ToWeekReport(), Anew.Report).Select(Stored.WeekChange.Of)],
        });
    }
}

internal static class CorrectWeekEndpoint
{
    public static void Map(RouteGroupBuilder weeks) => weeks
        .MapPost("/{week}/corrections", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("更正周通报").Produces<PublishedWeek>();

    private static async Task<IResult> Handle(string street, string week, ReasonBody body, Commands commands, WeekSources sources)
    {
        if (!Week.TryParse(week, out var asked)) return Problems.Of(Week.Invalid);
        var command = new CorrectWeek(
            await sources.Publication(street, asked, [], commands.Now, commands.Cancellation), body.Reason);
        return await commands.Run(
            WeekState.Stream(street, asked),
            async (known, streams) =>
            {
                var register = await streams.Load(WeekRegister.Stream(street, command.Anew.Year));
                return PublishWeekEndpoint.Numbered(known, register, command.Decide(known.State, register.State));
            },
            done => PublishedWeek.Of(asked, done));
    }
}
