using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Archives;

/// <summary>档案: items per year, each with its documents, judged by the guarantor leader.</summary>
public sealed class FileItemSpecs
{
    private const string Pests = "2019/病媒生物防制";
    private const string Smoking = "2019/控烟";
    private static readonly string[] Documents = [new('d', 64)];
    private static readonly AssignmentIssued Archive = Issued with
    {
        Kind = AssignmentKind.Archive,
        CooperatingUnits = [AnotherUnit],
        Guarantor = ThePost,
        Brief = new ArchiveBrief(["病媒生物防制", "控烟"], [2019]).ToBrief(),
    };

    private static readonly BriefItemFiled PestsFiled = new(TheUnit, Pests, Documents, null, Noon);
    private static readonly BriefItemFiled SmokingFiled = new(TheUnit, Smoking, Documents, null, Noon);
    private static readonly FileItem File = new(Officer, Pests, Documents, null, Noon);
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, [], null, Noon);
    private static readonly object[] ToReview = [Archive, PestsFiled, SmokingFiled, Submitted];

    [Fact]
    public void Each_item_is_asked_for_each_year() =>
        new ArchiveBrief(["病媒生物防制", "控烟"], [2017, 2018]).ToBrief().Items.Select(item => item.Key)
            .ShouldBe(["2017/病媒生物防制", "2017/控烟", "2018/病媒生物防制", "2018/控烟"]);

    [Fact]
    public void An_item_is_filed_with_its_documents() => Given(Archive).When(File.Decide).Then(PestsFiled).AndAgainNothing();

    [Fact]
    public void A_unit_that_helps_files_too() =>
        Given(Archive).When((File with { By = OfficerOfAnotherUnit }).Decide).Then(PestsFiled with { Unit = AnotherUnit });

    [Fact]
    public void A_unit_that_has_no_part_in_it_does_not() =>
        Given(Archive with { CooperatingUnits = null }).When((File with { By = OfficerOfAnotherUnit }).Decide)
            .ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Other_documents_take_the_place_of_the_first() =>
        Given(Archive, PestsFiled).When((File with { Documents = [new('e', 64)] }).Decide)
            .Then(PestsFiled with { Documents = [new('e', 64)] });

    [Fact]
    public void An_item_without_a_document_is_not_filed() =>
        Given(Archive).When((File with { Documents = [], Note = "已齐" }).Decide).ThenRefused(ArchiveRules.DocumentsMissing);

    [Fact]
    public void What_nobody_asked_for_is_not_filed() =>
        Given(Archive).When((File with { Key = "2018/控烟" }).Decide).ThenRefused(AssignmentRules.ItemUnknown);

    [Fact]
    public void An_item_is_taken_out_again_while_nobody_reviews_it()
    {
        var remove = new RemoveItem(Officer, Pests, Noon);
        Given(Archive, PestsFiled).When(remove.Decide).Then(new BriefItemRemoved(TheUnit, Pests, Noon)).AndAgainNothing();
        Given(ToReview).When(remove.Decide).ThenRefused(AssignmentRules.AlreadySubmitted);
        Given(ToReview).When((File with { Note = "补充" }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);
    }

    [Fact]
    public void An_archive_with_a_gap_is_not_submitted_and_the_gap_is_named()
    {
        Given(Archive, PestsFiled).When(Submit.Decide).ThenRefused(ArchiveRules.Incomplete);
        Submit.Decide(Given(Archive, PestsFiled).State).Refusal!.Detail.ShouldBe("档案尚未齐全，还缺 1 项：2019年 控烟。");
        Given(Archive, PestsFiled, SmokingFiled, new BriefItemRemoved(TheUnit, Pests, Noon))
            .When(Submit.Decide).ThenRefused(ArchiveRules.Incomplete);
    }

    [Fact]
    public void A_whole_archive_is_submitted() =>
        Given(Archive, PestsFiled, SmokingFiled).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, [], null, null, Noon))
            .AndAgainNothing();

    [Fact]
    public void The_guarantor_leader_reviews_it_and_no_office_in_his_place()
    {
        Given(ToReview).When(new ApproveAssignment(Reviewing(post: ThePost), Noon).Decide).Then(Approved).AndAgainNothing();
        Given(ToReview).When(new ApproveAssignment(OfficeReviews, Noon).Decide).ThenRefused(AssignmentRules.ReviewedByGuarantor);
        Given(ToReview).When(new ApproveAssignment(Reviewing(post: "P02"), Noon).Decide).ThenRefused(AssignmentRules.ReviewedByGuarantor);
    }

    [Fact]
    public void A_guarantor_leader_of_the_unit_that_did_the_work_does_not_review_it() =>
        Given(ToReview).When(new ApproveAssignment(Reviewing(post: ThePost, unit: AnotherUnit), Noon).Decide)
            .ThenRefused(AssignmentRules.ReviewerIsDoer);

    [Fact]
    public void Without_a_guarantor_an_office_reviews_it() =>
        Given(Archive with { Guarantor = null }, PestsFiled, SmokingFiled, Submitted)
            .When(new ApproveAssignment(OfficeReviews, Noon).Decide).Then(Approved);

    [Fact]
    public void Only_the_items_that_go_back_are_done_again()
    {
        ItemToRedo[] items = [new(Smoking, "缺照片")];
        var back = new ReturnAssignment(Reviewing(post: ThePost), "资料不全", Noon, items);
        var goneBack = new AssignmentReturned(TheUnit, "资料不全", Noon, [.. items.Select(Tasks.Assignments.Stored.ItemToRedo.Of)]);
        Given(ToReview).When(back.Decide).Then(goneBack).AndAgainNothing();
        object[] returned = [.. ToReview, goneBack];
        Given(returned).When(Submit.Decide).ThenRefused(ArchiveRules.Incomplete);
        Given(returned).When((File with { Key = Smoking }).Decide).Then(SmokingFiled);
        Given([.. returned, SmokingFiled]).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, [], null, null, Noon));
    }

    [Fact]
    public void An_item_that_goes_back_is_one_that_was_asked_for()
    {
        var back = new ReturnAssignment(Reviewing(post: ThePost), "资料不全", Noon, [new(Smoking, "缺照片"), new("2016/控烟", "缺照片")]);
        Given(ToReview).When(back.Decide).ThenRefused(AssignmentRules.ItemUnknown);
        back.Decide(Given(ToReview).State).Refusal!.Pointer.ShouldBe("/items/1/key");
    }

    [Fact]
    public void What_is_filed_stays_filed_when_another_unit_takes_over() =>
        Given(Archive, PestsFiled, SmokingFiled, new AssignmentReassigned("U099", TheUnit, Due, "职责调整", null, Noon))
            .When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, [], null, null, Noon));
}
