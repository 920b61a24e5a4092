using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class GuarantorsSpecs
{
    private static readonly Dictionary<string, string> Communities = new() { ["U001"] = "C1", ["U002"] = "C2" };
    private static readonly Guarantors All = new(
        Communities,
        [
            new("P03", null, ["环境卫生"], ["C1"]), new("P02", null, ["健康教育"], ["C1"]), new("P04", null, ["病媒防制"], []),
            new("P05", "U002", [], ["C2"]),
        ]);

    [Theory]
    [InlineData("U001", null, null, "P02")]
    [InlineData("U001", null, "环境卫生整治行动", "P03")]
    [InlineData("U001", null, "病媒防制行动", "P02")]
    [InlineData("U010", null, "病媒防制行动", "P04")]
    [InlineData("U010", "C1", "环境卫生整治行动", "P03")]
    [InlineData("U010", null, null, null)]
    [InlineData("U002", null, null, null)]
    [InlineData("U001", "C2", null, "P05")]
    public void The_place_comes_first_then_the_field_and_never_the_unit_itself(
        string unit, string? community, string? about, string? post) => All.Of(unit, community, about).ShouldBe(post);
}
