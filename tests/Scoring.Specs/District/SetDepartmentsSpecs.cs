using Campaign.Scoring.District;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.District;

public sealed class SetDepartmentsSpecs
{
    private static readonly Department Cleansing = new("CG", "城管局", [new("990101001", "G"), new("990101002", "G1")]);

    [Fact]
    public void The_list_is_set_whole_and_the_same_again_changes_nothing() =>
        new Scenario<Departments>([]).When(new SetDepartments([Cleansing], At(1)).Decide)
            .Then(new DepartmentsSet([Campaign.Scoring.District.Stored.Department.Of(Cleansing)], At(1))).AndAgainNothing();

    [Fact]
    public void A_unit_of_a_street_belongs_to_one_department()
    {
        Refused(Cleansing, new("ZJ", "住建局", [new("990101001", "G")])).ShouldBe(["department-unit-twice"]);
        Refused(Cleansing, Cleansing with { Units = [new("990101003", "G")] }).ShouldBe(["department-twice"]);
        Refused(Cleansing, new("ZJ", "住建局", [new("990101003", "G")])).ShouldBeEmpty();
        Refused(new Department("ZJ", "住建局", [])).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Refused(params Department[] departments) =>
        new NewDepartments.Validator().Validate(new NewDepartments(departments)).Errors.Select(e => e.ErrorCode);
}
