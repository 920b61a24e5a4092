using Campaign.Scoring.Honours;
using Campaign.Scoring.Months;

namespace Campaign.Scoring.Vetoes;

/// <summary>一票否决: takes a subject out of the awards of a month, a half-year or a year; a row of <c>vetoes</c>.</summary>
/// <param name="Ground">What it rests on; null where that was not asked yet.</param>
internal sealed record Veto(string Id, string Subject, HonourScope Scope, Month Month, string Reason, VetoGround? Ground = null)
{
    public bool Covers(Month month) => Scope.Covers(Month, month);
}
