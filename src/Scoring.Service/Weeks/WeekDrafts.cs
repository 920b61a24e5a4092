using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Weeks;

/// <summary>草稿: what would be published now, to be read before it is. Nothing is stored.</summary>
internal static class WeekDraftEndpoints
{
    public static void Map(RouteGroupBuilder weeks)
    {
        Role[] readers = [Role.StreetOffice, Role.DistrictOffice, Role.Leader, Role.Administrator];
        weeks.MapGet("/{week}/notice", Notice).Allow(readers).TakesTurn(CallerTurns.Exports)
            .WithSummary("该周的周通报；发布前为草稿").ProducesNotice();
        weeks.MapGet("/{week}/correction", Correction).Allow(readers).TakesTurn(CallerTurns.Exports)
            .WithSummary("周通报更正草稿").ProducesNotice();
    }

    private static async Task<IResult> Notice(
        string street, string week, string? format, IEventStore store, WeekSources sources, TimeProvider clock, HttpContext http,
        WeekNoticeReader notices)
    {
        if (!Week.TryParse(week, out var asked)) return Problems.Of(Week.Invalid);
        if (WeekFormats.Asked(format, http.Request) is not { } form) return Problems.Of(BulletinFormats.Unknown);
        var (known, _) = await store.Load(WeekState.Stream(street, asked), http.RequestAborted);
        if (known.Last is { } last) return await form((await notices.Find(street, last.Year, last.Number, http.RequestAborted))!);
        var command = await sources.Publication(street, asked, [], clock.GetUtcNow(), http.RequestAborted);
        return await form(WeekNotice.DraftOf(command.Notice(0)));
    }

    /// <param name="reason">As it would be given with the correction.</param>
    private static async Task<IResult> Correction(
        string street, string week, string? format, string? reason, IEventStore store, WeekSources sources, TimeProvider clock,
        HttpContext http)
    {
        if (!Week.TryParse(week, out var asked)) return Problems.Of(Week.Invalid);
        if (WeekFormats.Asked(format, http.Request) is not { } form) return Problems.Of(BulletinFormats.Unknown);
        var (known, _) = await store.Load(WeekState.Stream(street, asked), http.RequestAborted);
        var anew = await sources.Publication(street, asked, [], clock.GetUtcNow(), http.RequestAborted);
        var (events, refusal) = new CorrectWeek(anew, reason ?? "（待填）").Decide(known, WeekRegister.Initial);
        return refusal is null ? await form(WeekNotice.DraftOf((WeekNoticePublished)events.Single())) : Problems.Of(refusal);
    }
}
