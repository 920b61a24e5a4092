namespace Campaign.Documents.Specs;

/// <summary>One rule for what people and things are called.</summary>
public sealed class NameTextSpecs
{
    [Theory]
    [InlineData(" 城管中队\u3000", "城管中队"), InlineData("城管中队", "城管中队"), InlineData("Cafe\u0301 店", "Caf\u00e9 店")]
    [InlineData("\uF9FD", "\u4EC0")]
    public void A_name_is_trimmed_and_in_one_form(string typed, string kept) => NameText.Clean(typed).ShouldBe(kept);

    [Theory]
    [InlineData("城管\u200b中队"), InlineData("城管中队\uFEFF"), InlineData("城管中队\u202E"), InlineData("城管\n中队"), InlineData("城管\u3164中队")]
    [InlineData("城管\u0007中队"), InlineData("\u2066城管中队\u2069"), InlineData("城管中队\U000E0041")]
    public void What_nobody_sees_has_no_place_in_a_name(string name) => NameText.IsVisible(name).ShouldBeFalse();

    [Theory]
    [InlineData("𠮷野家（东段）"), InlineData("阿卜杜拉·买买提"), InlineData("A&B 店"), InlineData("葛\U000E0100饰")]
    public void Rare_characters_and_dots_are_seen(string name) => NameText.IsVisible(name).ShouldBeTrue();

    [Theory]
    [InlineData("城管中队（东）", "城管中队(东)"), InlineData("城管中队 ", "城管　中队"), InlineData("ＡＢＣ店", "abc店"), InlineData("【一】队", "(一)队")]
    [InlineData("阿·买", "阿•买"), InlineData("\uF9FD么店", "什么店"), InlineData("葛\U000E0100店", "葛店")]
    public void Two_names_may_look_the_same(string one, string other) => NameText.Look(one).ShouldBe(NameText.Look(other));

    [Theory]
    [InlineData("城管一队", "城管二队"), InlineData("𠮷店", "吉店")]
    public void And_others_do_not(string one, string other) => NameText.Look(one).ShouldNotBe(NameText.Look(other));
}
