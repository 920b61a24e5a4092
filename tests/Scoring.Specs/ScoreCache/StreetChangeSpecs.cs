using Campaign.EventStore;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.ScoreCache;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.ScoreCache;

public sealed class StreetChangeSpecs
{
    [Theory]
    [InlineData(typeof(InspectionStarted), false)]
    [InlineData(typeof(InspectionSubmitted), false)]
    [InlineData(typeof(InspectionScored), true)]
    public void An_open_month_is_computed_again_for_a_score_only(Type fact, bool again)
    {
        var sql = new SqlBatch();
        new StreetChangeProjection()
            .Project(new StreamEvent(new StreamId("990101001", Guid.Empty), 1, Guid.Empty, Samples.Of(fact), EventMetadata.None), sql);
        sql.IsEmpty.ShouldBe(!again);
    }
}
