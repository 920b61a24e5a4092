using Campaign.Inspections.Evidence.Recognising;

namespace Campaign.Inspections.Specs.Evidence;

public sealed class CallerRoundSpecs
{
    private readonly CallerRound turns = new();

    [Fact]
    public void Callers_go_round_however_much_one_of_them_has_sent()
    {
        var order = string.Concat(Enumerable.Range(0, 7).Select(_ => Whole("a", "b", "c")));
        order.ShouldBe("abcabca");
    }

    [Fact]
    public void Who_comes_later_waits_for_one_photo_of_each_and_not_for_all_of_one()
    {
        (Whole("a") + Whole("a") + Whole("a")).ShouldBe("aaa");
        var order = Whole("a", "b") + Whole("a", "b") + Whole("a", "b");
        order.ShouldBe("aba");
    }

    [Fact]
    public void Who_sends_one_at_a_time_gets_no_turn_before_those_who_wait()
    {
        Whole("a", "b").ShouldBe("a");
        Whole("b").ShouldBe("b");
        (Whole("b", "a") + Whole("b", "a")).ShouldBe("ba");
    }

    [Fact]
    public void Nobody_has_two_photos_in_the_works_at_once()
    {
        turns.Begin(["a"]).ShouldBe("a");
        turns.Begin(["a"]).ShouldBeNull();
        turns.Begin(["a", "b"]).ShouldBe("b");
        turns.End("a");
        turns.Begin(["a", "b"]).ShouldBe("a");
    }

    private string Whole(params string[] waiting)
    {
        var caller = turns.Begin(waiting).ShouldNotBeNull();
        turns.End(caller);
        return caller;
    }
}
