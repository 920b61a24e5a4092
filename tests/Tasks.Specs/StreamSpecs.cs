using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Census;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.Indicators;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Recurrences;
using Campaign.Tasks.Responsibility;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

/// <summary>Where streams lie. Ids are derived; another recipe would lose what is stored.</summary>
public sealed class StreamSpecs
{
    private const string District = "district";

    public static TheoryData<StreamId, string, string> Streams => new()
    {
        { Street.Stream(TheStreet), District, "ee03da7e-0834-5b6f-bcc1-249abb72a57d" },
        { Unit.Stream(TheStreet, "U001"), TheStreet, "c93bfb68-c34e-5920-86fe-e9cfc3030758" },
        { ResponsibilityMap.Stream(TheStreet), TheStreet, "3ad7f10f-49d5-5019-9de7-442de128f22e" },
        { CalendarHistory.Stream(2024), District, "6b5412b5-b98c-5db7-ae68-b6249e49ef0b" },
        { EvaluationDate.Stream(TheStreet), TheStreet, "2fae35d1-7d82-5979-9b9e-508083cc84f2" },
        { Plan.Stream(TheStreet, "创卫〔2024〕1号"), TheStreet, "5bcfe2f5-2369-53ef-8852-ec03bb54c881" },
        { Series.Stream(TheStreet, AssignmentKind.Recurring, "cleaning"), TheStreet, "37a2cca9-ccc1-5e48-a346-4fee5feab128" },
        { Series.Stream(TheStreet, AssignmentKind.Roster, "cleaning"), TheStreet, "8abac605-4f8f-53fd-913f-d625f181de62" },
        {
            UnitQuota.Stream(Series.Stream(TheStreet, AssignmentKind.Recurring, "cleaning"), "U001"), TheStreet,
            "910c75b4-f796-5abe-9fcc-243c7435826f"
        },
        { Rectification.Stream(TheStreet, TheFinding.FindingId, round: 2), TheStreet, "4166258e-c143-5429-9b28-b77b2edae1d3" },
        { IndicatorValues.Stream(District, "2021", 12, unit: null), District, "4a7e7ae4-311c-5662-a78e-9ad8c937d64e" },
        { Establishment.Stream(TheStreet, "E001"), TheStreet, "d06e34df-f17f-5427-b16d-211455bb3b43" },
    };

    [Theory, MemberData(nameof(Streams))]
    public void Streams_stay_where_they_are(StreamId stream, string tenant, string id) =>
        stream.ShouldBe(new StreamId(tenant, Guid.Parse(id)));
}
