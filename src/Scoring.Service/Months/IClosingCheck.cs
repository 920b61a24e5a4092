using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>What one feature wants settled before a month is closed; the check list asks all of them.</summary>
internal interface IClosingCheck
{
    Task<IEnumerable<OpenPoint>> Of(string street, Month month, MonthScoring scoring, CancellationToken cancellation);
}
