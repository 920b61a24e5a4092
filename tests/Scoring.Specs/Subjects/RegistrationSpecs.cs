using Campaign.Scoring.Subjects;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.Subjects;

public sealed class RegistrationSpecs
{
    private static readonly SubjectRegistered Subject = new(3, "A", "广场社区", "居委会", new DateOnly(2024, 1, 1), null);

    [Fact]
    public void What_a_subject_was_called_before_comes_too_late() =>
        new Scenario<Registration>([Subject]).When(new Register(Subject with { SourceVersion = 2, Name = "旧名" }).Decide).ThenNothing();

    [Fact]
    public void A_subject_is_as_it_was_told_last() =>
        new Scenario<Registration>([Subject]).When(new Register(Subject with { SourceVersion = 4, Name = "新名" }).Decide)
            .Then(Subject with { SourceVersion = 4, Name = "新名" }).AndAgainNothing();
}
