using Campaign.Tasks.Points;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Points;

public sealed class InspectionPointSpecs
{
    private static readonly InspectionPointRegistered Clinic = new("D01", "广场社区卫生服务站", "C1", "健康教育组", "P05", null, 110.1, 20.2, Morning);

    [Fact]
    public void A_point_is_registered() => Given().When(new RegisterPoint(Clinic).Decide).Then(Clinic).AndAgainNothing();

    [Fact]
    public void The_same_particulars_later_change_nothing() =>
        Given(Clinic).When(new RegisterPoint(Clinic with { At = Noon }).Decide).ThenNothing();

    [Fact]
    public void Another_guide_registers_it_anew()
    {
        var other = Clinic with { Guide = "P06", At = Noon };
        Given(Clinic).When(new RegisterPoint(other).Decide).Then(other).AndAgainNothing();
    }

    [Fact]
    public void A_place_has_both_coordinates_or_none()
    {
        Errors(110.1, 20.2).ShouldBeEmpty();
        Errors(null, null).ShouldBeEmpty();
        Errors(110.1, null).ShouldBe(["coordinates-incomplete"]);
        Errors(null, 20.2).ShouldBe(["coordinates-incomplete"]);
    }

    private static IEnumerable<string> Errors(double? longitude, double? latitude) =>
        new PointEntry.Validator().Validate(new PointEntry("卫生服务站", "C1", "健康教育组", null, null, longitude, latitude))
            .Errors.Select(error => error.ErrorCode);

    private static Scenario<InspectionPoint> Given(params object[] history) => new(history);
}
