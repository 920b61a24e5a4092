using Campaign.Inspections.Inspections;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class InspectionKindSpecs
{
    [Fact]
    public void Every_kind_has_a_name_that_finds_it_again() =>
        Enum.GetValues<InspectionKind>().ShouldAllBe(kind => InspectionKinds.Named(kind.Name()) == kind);
}
