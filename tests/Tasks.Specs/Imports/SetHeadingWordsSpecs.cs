using Campaign.Tasks.Imports;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Imports;

public sealed class SetHeadingWordsSpecs
{
    private static readonly HeadingWord[] Own = [new("责任单位", "承办部门"), new("责任单位", "包干单位")];

    [Fact]
    public void An_office_has_words_of_its_own_and_the_same_again_change_nothing() =>
        Given().When(new SetHeadingWords(Own, Morning).Decide).Then(new HeadingWordsSet(Own, Morning)).AndAgainNothing();

    [Fact]
    public void They_are_set_as_a_whole()
    {
        HeadingWord[] less = [Own[0]];
        Given(new HeadingWordsSet(Own, Morning)).When(new SetHeadingWords(less, Noon).Decide).Then(new HeadingWordsSet(less, Noon));
    }

    [Fact]
    public void A_word_stands_for_one_heading()
    {
        Errors(new HeadingEntry("责任单位", ["承办部门"]), new HeadingEntry("期限", ["办结时间"])).ShouldBeEmpty();
        Errors(new HeadingEntry("责任单位", ["承办部门"]), new HeadingEntry("期限", ["承 办部门*"])).ShouldBe(["heading-word-twice"]);
        Errors(new HeadingEntry("责任单位", ["期限"]), new HeadingEntry("期限", ["办结时间"])).ShouldBe(["heading-word-twice"]);
    }

    private static Scenario<HeadingWords> Given(params object[] events) => new(events);

    private static IEnumerable<string> Errors(params HeadingEntry[] entries) =>
        new HeadingList.Validator().Validate(new HeadingList(entries)).Errors.Select(error => error.ErrorCode);
}
