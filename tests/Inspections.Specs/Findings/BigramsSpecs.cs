using Campaign.Inspections.Findings;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Findings;

public sealed class BigramsSpecs
{
    [Fact]
    public void A_text_is_found_by_its_neighbouring_characters() => Bigrams.Of("垃圾桶").ShouldBe(["垃圾", "圾桶"]);

    [Fact]
    public void Letters_are_found_in_either_case() => Bigrams.Of("LED屏").ShouldBe(["le", "ed", "d屏"]);

    [Fact]
    public void The_number_of_a_case_stands_for_itself() => Bigrams.Of("990101001-2024-000123").ShouldContain("000123");

    [Fact]
    public void Pairs_do_not_reach_over_a_space_or_break_a_character() => Bigrams.Of("a 😀b").ShouldBe(["😀"]);

    /// <summary>What the index is asked for is there for every word that is in the text.</summary>
    [Fact]
    public void Every_word_of_a_text_is_found()
    {
        var texts = Gen.Elements("垃圾桶旁暴露A楼2号 😀".ToCharArray()).ArrayOf().Select(characters => new string(characters));
        Prop.ForAll(Arb.From(texts), Arb.From(Gen.Choose(0, 20).Two()), (text, cut) =>
        {
            var (start, length) = cut;
            start = Math.Min(start, text.Length);
            var words = text.Substring(start, Math.Min(length, text.Length - start)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.All(word => Bigrams.Of(word).All(Bigrams.Of(text).Contains));
        }).QuickCheckThrowOnFailure();
    }
}
