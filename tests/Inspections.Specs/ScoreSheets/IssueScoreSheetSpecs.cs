using Campaign.Inspections.ScoreSheets;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.ScoreSheets;

public sealed class IssueScoreSheetSpecs
{
    private static readonly IssueScoreSheet Issue = new("sheet-1", null, "居委会", null, [new(1, "环境卫生", 15)], Morning);
    private static readonly ScoreSheetIssued Issued = new("sheet-1", 1, null, "居委会", [new(1, "环境卫生", 15)], Morning);

    [Fact]
    public void A_sheet_that_changed_is_the_next_version()
    {
        new Scenario<ScoreSheet>([]).When(Issue.Decide).Then(Issued).AndAgainNothing();
        new Scenario<ScoreSheet>([Issued]).When((Issue with { Items = [new(1, "环境卫生", 20)] }).Decide)
            .Then(Issued with { Version = 2, Items = [new(1, "环境卫生", 20)] });
    }
}
