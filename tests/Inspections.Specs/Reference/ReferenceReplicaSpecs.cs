using Campaign.Inspections.Reference;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Reference;

public sealed class ReferenceReplicaSpecs
{
    [Fact]
    public void An_older_word_about_a_unit_is_ignored()
    {
        var now = new UnitNoted(Unit, "市政办", null, new DateOnly(2024, 1, 1), null, 3);
        new Scenario<ReferenceReplica>([]).When(noted => noted.Follow(3, now)).Then(now).AndAgainNothing();
        new Scenario<ReferenceReplica>([now]).When(noted => noted.Follow(2, now with { Name = "旧名", SourceVersion = 2 })).ThenNothing();
    }
}
