using Campaign.Tasks.Census;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Census.EstablishmentStory;

namespace Campaign.Tasks.Specs.Census;

public sealed class RegisterEstablishmentSpecs
{
    private static readonly RegisterEstablishment Register = new(Noodles);

    [Fact]
    public void An_establishment_is_registered() => EstablishmentStory.Given().When(Register.Decide).Then(Noodles).AndAgainNothing();

    [Fact]
    public void The_same_particulars_later_change_nothing() =>
        EstablishmentStory.Given(Noodles).When(new RegisterEstablishment(Noodles with { At = Noon }).Decide).ThenNothing();

    [Fact]
    public void Another_licence_registers_it_anew()
    {
        var expired = Noodles with { Licence = Licence.Expired, At = Noon };
        EstablishmentStory.Given(Noodles).When(new RegisterEstablishment(expired).Decide).Then(expired).AndAgainNothing();
    }

    [Fact]
    public void Registered_anew_it_keeps_its_checks_and_stays_closed()
    {
        var state = EstablishmentStory.Given(Noodles, Passed, Closed, Noodles with { Address = "解放路14号" }).State;
        (state.Checks.Count, state.Closed).ShouldBe((1, true));
    }
}
