using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Dispatch;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Dispatch;

public sealed class IssueAssignmentSpecs
{
    private static readonly IssueAssignment Issue = new(Title, TheUnit, new(Due), Morning);

    [Fact]
    public void An_assignment_is_issued_to_a_unit_until_a_deadline() => Given().When(Issue.Decide).Then(Issued).AndAgainNothing();

    [Fact]
    public void It_names_who_helps_who_reviews_and_what_is_asked()
    {
        var brief = new ArchiveBrief(["控烟"], [2019]).ToBrief();
        Given().When(
            (Issue with { Kind = AssignmentKind.Archive, CooperatingUnits = [AnotherUnit], Guarantor = ThePost, Brief = brief }).Decide)
            .Then(Issued with { Kind = AssignmentKind.Archive, CooperatingUnits = [AnotherUnit], Guarantor = ThePost, Brief = brief });
    }

    [Fact]
    public void The_deadline_lies_ahead() => Given().When((Issue with { Now = Due }).Decide).ThenRefused(AssignmentRules.DueInThePast);
}
