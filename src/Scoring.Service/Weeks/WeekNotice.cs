using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Weeks;

/// <summary>周通报: as published, or 草稿 as it would be published now.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Draft">草稿: it has no number, and every new fact may change it.</param>
/// <param name="NextWeek">
/// What the office wrote about the week to come. Planned inspections are told to nobody, so they are not here.
/// </param>
internal sealed record WeekNotice(
    string Week, bool Draft, int? Year, int? Number, string DocumentNumber, string Title, DateTimeOffset At, Letterhead Letterhead,
    WeekReport Report, IReadOnlyList<BulletinFigure> Figures, IReadOnlyList<string> NextWeek)
{
    /// <summary>更正: which notice it corrects, why, and what came out otherwise.</summary>
    public WeekCorrection? Correction { get; init; }

    public static WeekNotice Of(WeekNoticePublished e)
    {
        var report = e.Report.ToWeekReport();
        return new(
            e.Week, Draft: false, e.Year, e.Number, e.DocumentNumber, e.Title, e.At, e.Letterhead.ToLetterhead(), report,
            WeekFigures.Of(report.Figures), e.NextWeek)
        {
            Correction = e.Correction is { } correction
                ? new(correction, e.Corrects!, e.Reason!, [.. (e.Changes ?? []).Select(change => change.ToWeekChange())])
                : null,
        };
    }

    /// <summary>What would be published now, without the number that it does not have yet.</summary>
    public static WeekNotice DraftOf(WeekNoticePublished e) => Of(e) with
    {
        Draft = true,
        Year = null,
        Number = null,
        DocumentNumber = $"周通报〔{e.Year}〕第　期",
    };

    public Week Of() => Kernel.Week.Parse(Week);
}

/// <param name="Correction">1 for the week's first.</param>
/// <param name="Corrects">Document number of the notice before.</param>
internal sealed record WeekCorrection(int Correction, string Corrects, string Reason, IReadOnlyList<WeekChange> Changes);
