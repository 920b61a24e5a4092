using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Appeals;

/// <summary>An appeal that is not decided may still change the month.</summary>
internal sealed class OpenAppealsCheck(AppealList appeals) : IClosingCheck
{
    public async Task<IEnumerable<OpenPoint>> Of(string street, Month month, MonthScoring scoring, CancellationToken cancellation) =>
        (await appeals.Open(street, month, cancellation)).Select(PointOf);

    public static OpenPoint PointOf(OpenAppeal appeal) => new(
        OpenPointKind.AppealOpen, appeal.Subject, $"{appeal.Subject}对{appeal.Month}得分明细的申诉尚未办结：{appeal.Line}");
}
