using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class UploadTurnsSpecs
{
    private readonly UploadTurns turns = new(2);

    [Fact]
    public void Of_one_caller_so_many_are_taken_at_once_and_of_another_as_many()
    {
        Enumerable.Range(0, 3).Select(_ => turns.TryBegin("a")).ShouldBe([true, true, false]);
        turns.TryBegin("b").ShouldBeTrue();
    }

    [Fact]
    public void What_was_refused_takes_no_place()
    {
        turns.TryBegin("a");
        turns.TryBegin("a");
        turns.TryBegin("a").ShouldBeFalse();
        turns.End("a");
        turns.TryBegin("a").ShouldBeTrue();
    }
}
