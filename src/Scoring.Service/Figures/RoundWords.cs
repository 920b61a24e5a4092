using Campaign.Figures;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Figures;

/// <summary>The sentence that tells why a round counts, or does not.</summary>
internal static class RoundWords
{
    public static string Tell(RoundFigure figure, CountedRound counted)
    {
        var round = counted.Round;
        return $"案件 {counted.CaseNumber}，" + figure.Of switch
        {
            RoundSet.Due => $"{Wording.Due(round.Due!.Value)}到期，{Answer(figure.Outcome, round)}",
            RoundSet.Recorded => $"{Began(round)}，{(round.RoutedAt is { } at ? $"{Wording.Minute(at)}交办" : "尚未交办")}",
            RoundSet.Began => Began(round),
            RoundSet.StruckOff =>
                $"{Began(round)}，{Wording.Minute(round.StruckOffAt!.Value)}销号，历时{Hours(round):0.##}小时",
            RoundSet.Open => $"{Began(round)}，{(round.Due is { } due ? $"{Wording.Due(due)}到期" : "尚无整改期限")}",
        };
    }

    public static decimal Hours(Round round) => (decimal)(round.Took?.Ticks ?? 0) / TimeSpan.TicksPerHour;

    private static string Began(Round round) => round.BeganAt is { } at
        ? $"{Wording.Minute(at)}{(round.Number > 1 ? "反弹" : "登记")}"
        : "登记情况尚未收到";

    private static string Answer(RoundOutcome? outcome, Round round) => outcome switch
    {
        RoundOutcome.Handled or RoundOutcome.HandledOnTime => round.HandledAt is { } at ? $"{Wording.Minute(at)}上报整改" : "尚未上报整改",
        RoundOutcome.Rejected => round.RejectedAt is { } at ? $"{Wording.Minute(at)}复核不通过" : "未被退回",
        RoundOutcome.Extended => round.ExtendedAt is { } at ? $"{Wording.Minute(at)}延期" : "未延期",
        _ => round.StruckOffAt is { } at ? $"{Wording.Minute(at)}销号" : "尚未销号",
    };
}
