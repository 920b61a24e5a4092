using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs;

public sealed class ReferenceSpecs
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

    [Fact]
    public void The_same_list_of_categories_changes_nothing()
    {
        FindingCategory[] list = [new("0110", "暴露生活垃圾", "4工作时", "三", "环卫站")];
        new Scenario<CategoryList>([]).When(new SetFindingCategories(list, Morning).Decide).Then(
            new FindingCategoriesSet([.. list.Select(Reference.Stored.FindingCategory.Of)], Morning)).AndAgainNothing();
    }

    [Fact]
    public void An_older_word_about_a_unit_is_ignored()
    {
        var now = new UnitNoted(Unit, "市政办", null, new DateOnly(2024, 1, 1), null, 3);
        new Scenario<ReferenceReplica>([]).When(noted => noted.Follow(3, now)).Then(now).AndAgainNothing();
        new Scenario<ReferenceReplica>([now]).When(noted => noted.Follow(2, now with { Name = "旧名", SourceVersion = 2 })).ThenNothing();
    }
}
