using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Points;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Points;

/// <summary>点位: five parts, and the guarantor leader looks at the whole.</summary>
public sealed class PointPreparationSpecs
{
    private static readonly AssignmentIssued Preparation = Issued with
    {
        Kind = AssignmentKind.PointPreparation,
        Brief = new PointBrief("D01", Weights: null).ToBrief(),
    };

    private static readonly SubmitAssignment Submit = new(Kinds, Officer, [], null, Noon);

    [Fact]
    public void A_point_has_five_parts_of_equal_weight()
    {
        Preparation.Brief!.Items.Select(part => (part.Key, part.Weight))
            .ShouldBe([("Guide", 1), ("Panels", 1), ("Ppt", 1), ("Archive", 1), ("Surroundings", 1)]);
        new PointBrief("D01", new(3, 1, 1, 1, 1)).ToBrief().Items[0].Weight.ShouldBe(3);
    }

    [Fact]
    public void A_part_is_ready_by_a_document_or_in_words()
    {
        var file = new FileItem(Officer, "Guide", [], "讲解员已到位", Noon);
        Given(Preparation).When(file.Decide).Then(new BriefItemFiled(TheUnit, "Guide", [], "讲解员已到位", Noon)).AndAgainNothing();
        Given(Preparation).When((file with { Note = " " }).Decide).ThenRefused(ArchiveRules.ItemEmpty);
    }

    [Fact]
    public void A_point_is_submitted_when_all_five_are_ready()
    {
        object[] parts = [.. Preparation.Brief!.Items.Select(part => new BriefItemFiled(TheUnit, part.Key, [], "就绪", Noon))];
        Given([Preparation, .. parts]).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, [], null, null, Noon));
        Given([Preparation, .. parts[1..]]).When(Submit.Decide).ThenRefused(PointRules.NotReady);
    }

    [Fact]
    public void The_guarantor_leader_looks_at_the_whole()
    {
        object[] ready = [Preparation with { Guarantor = ThePost }, Submitted];
        Given(ready).When(new ApproveAssignment(Reviewing(post: ThePost), Noon).Decide).Then(Approved);
        Given(ready).When(new ApproveAssignment(OfficeReviews, Noon).Decide).ThenRefused(AssignmentRules.ReviewedByGuarantor);
    }
}
