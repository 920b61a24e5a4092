using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Points;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

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

    [Fact]
    public void The_same_point_registered_again_changes_nothing()
    {
        var registered = new InspectionPointRegistered("D01", "广场社区卫生服务站", "C1", "健康教育组", "P05", null, 110.1, 20.2, Morning);
        new Scenario<InspectionPoint>([]).When(new RegisterPoint(registered).Decide).Then(registered);
        new Scenario<InspectionPoint>([registered]).When(new RegisterPoint(registered with { At = Noon }).Decide).ThenNothing();
        new Scenario<InspectionPoint>([registered]).When(new RegisterPoint(registered with { Guide = "P06" }).Decide)
            .Then(registered with { Guide = "P06" });
    }
}

public sealed class IndicatorTargetSpecs
{
    private static readonly AssignmentIssued Target = Issued with
    {
        Kind = AssignmentKind.IndicatorTarget,
        Brief = new IndicatorBrief(12, 2024, Standard: null).ToBrief(),
    };

    private static readonly Assignments.ReportedValue Reached = new(81.5m, null);
    private static readonly Assignments.Stored.ReportedValue StoredValue = Assignments.Stored.ReportedValue.Of(Reached);
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, Photos, null, Noon, Value: Reached);

    [Fact]
    public void The_figure_is_submitted_with_its_evidence() =>
        Given(Target).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: StoredValue)).AndAgainNothing();

    [Fact]
    public void It_may_be_a_yes() =>
        Given(Target).When((Submit with { Value = new(null, true) }).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: new(null, true)));

    [Fact]
    public void Neither_the_figure_nor_the_evidence_is_left_out()
    {
        Given(Target).When((Submit with { Value = null }).Decide).ThenRefused(IndicatorRules.FigureMissing);
        Given(Target).When((Submit with { Photos = [] }).Decide).ThenRefused(IndicatorRules.EvidenceMissing);
    }

    [Fact]
    public void Another_figure_waits_until_the_first_was_judged() =>
        Given(Target, new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: StoredValue))
            .When((Submit with { Value = new(82, null) }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);

    [Fact]
    public void No_other_kind_reports_a_figure() => Given(Issued).When(Submit.Decide).ThenRefused(AssignmentRules.ValueNotAsked);
}
