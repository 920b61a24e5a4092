using Campaign.Tasks.Assignments;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class QuantitySpecs
{
    [Theory]
    [InlineData(" 宣传展板 ", "宣传展板")]
    [InlineData("　宣传　 展板", "宣传 展板")]
    [InlineData("ＰＶＣ展板(大)", "PVC展板（大）")]
    [InlineData("第１批ｋｔ板", "第1批kt板")]
    public void An_item_has_one_name_however_it_was_typed(string typed, string name) => Quantity.NameOf(typed).ShouldBe(name);

    [Fact]
    public void A_name_once_normalised_stays_as_it_is() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<NonNull<string>>(typed => Quantity.NameOf(Quantity.NameOf(typed.Get)) == Quantity.NameOf(typed.Get)));
}
