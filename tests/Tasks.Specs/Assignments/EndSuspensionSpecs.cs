using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Deadlines.SuspensionStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class EndSuspensionSpecs
{
    private static readonly EndSuspension End = new(Until.AddHours(3));

    [Fact]
    public void It_ends_by_itself_once_as_of_its_end() => Given(Issued, Suspended).When(End.Decide).Then(Ended).AndAgainNothing();

    [Fact]
    public void At_its_very_end_it_is_over() => Given(Issued, Suspended).When(new EndSuspension(Until).Decide).Then(Ended);

    [Fact]
    public void Not_before_its_end() => Given(Issued, Suspended).When(new EndSuspension(Until.AddSeconds(-1)).Decide).ThenNothing();

    [Fact]
    public void What_runs_does_not_resume() => Given(Issued).When(End.Decide).ThenNothing();

    [Fact]
    public void What_is_done_has_no_clock_to_go_on()
    {
        Given(Issued, Suspended, Cancelled).When(End.Decide).ThenNothing();
        Given().When(End.Decide).ThenNothing();
    }
}
