using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Points;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>A street that takes editions of a plan, with its streams in memory.</summary>
internal sealed class PlanStory
{
    public static readonly DateOnly January = new(2024, 1, 1);
    public static readonly PlanPhase February = new("重点整改阶段", new(2024, 2, 1), new(2024, 2, 29));
    public static readonly PlanPhase March = new("全面达标阶段", new(2024, 3, 1), new(2024, 3, 31));
    public static readonly PlanPhase Autumn = new("巩固提升阶段", new(2024, 4, 1), new(2024, 12, 31));
    public static readonly PlanAction Roads = new(1, "基础设施建设提升行动", ["U010", "U011"], AllCommunities: true, ["道路硬化平整"]);
    public static readonly PlanDocument Document =
        new("南关办〔2024〕6号", "工作方案", "南关街道办事处", new(2024, 3, 19), [February, March, Autumn], [Roads], MissingAnnexes: null);
    /// <summary>Of two communities; the first has a leader, and another one is for its roads.</summary>
    public static readonly Guarantors Leaders = new(
        new Dictionary<string, string> { ["U001"] = "C1", ["U002"] = "C2" },
        [new("P03", null, [], ["C1"]), new("P04", null, ["基础设施"], ["C1"]), new("P05", null, ["健康教育"], [])]);
    public static readonly UnitRow[] Units =
    [
        Committee("U001", "广场社区"), Committee("U002", "万里社区"), new("U010", 1, "城管中队", null, null, January, null, ["街道城管中队"]),
        new("U011", 1, "环卫站", null, null, January, null), new("U024", 1, "市场监督管理所", null, null, January, null, ["市监所"]),
    ];
    public static readonly HashSet<string> Posts = ["P03"];
    public static readonly KnownPoint[] ThePoints = [new("D01", "卫生服务站", "C1"), new("D02", "农贸市场", "C2"), new("D03", "公园", "C9")];

    private readonly Dictionary<Guid, List<object>> streams = [];
    private Plan plan = Plan.Initial;

    /// <summary>When editions are taken.</summary>
    public DateTimeOffset Now { get; init; } = new(2024, 5, 6, 9, 0, 0, TimeSpan.FromHours(8));

    public static Guid PlanId => Plan.Stream(TheStreet, Document.DocumentNumber).Id;

    public Plan Plan => plan;

    public IEnumerable<(Guid Id, Assignment State)> Assignments => streams.Select(s => (s.Key, Fold(s.Value)));

    public IReadOnlyList<PlanRow> LookAt(PlanDocument document) =>
        new PlanDiff(PlanId, document, plan, Standing(), Now, Kinds, Leaders).Rows(Read(document));

    public PlanStory Take(PlanDocument document) => Take(document, out _);

    public PlanStory Take(PlanDocument document, out IReadOnlyList<object> events)
    {
        var rows = LookAt(document);
        events = ImportPlan.By(rows, document, Now).Decide(plan).Events;
        plan = events.Cast<IPlanEvent>().Aggregate(plan, (state, e) => state.Evolve(e));
        foreach (var row in rows.Where(row => row.Events.Count > 0)) Append(row);
        return this;
    }

    /// <summary>Something happens to the assignment of an item.</summary>
    public PlanStory Happens(PlanItem item, params object[] events)
    {
        streams[item.AssignmentId(PlanId)].AddRange(events);
        return this;
    }

    public Assignment Of(PlanItem item) => Fold(streams[item.AssignmentId(PlanId)]);

    public static IReadOnlyList<ReadItem> Read(PlanDocument document) => new PlanReading(document, Units, Posts, ThePoints, Kinds).Items();

    public static PlanDocument With(params PlanAction[] actions) => Document with { Actions = actions };

    private void Append(PlanRow row)
    {
        var id = row.Item.AssignmentId(PlanId);
        var known = streams.GetValueOrDefault(id)?.Count ?? 0;
        row.Version.ShouldBe(known, "the store would refuse the append");
        if (known == 0) streams[id] = [];
        streams[id].AddRange(row.Events);
    }

    private Dictionary<Guid, StandingAssignment> Standing() => streams.ToDictionary(s => s.Key, s =>
    {
        var state = Fold(s.Value);
        return new StandingAssignment(s.Key, s.Value.Count, state.Status, state.Unit, state.Due!.Value);
    });

    private static Assignment Fold(IEnumerable<object> events) =>
        events.Cast<IAssignmentEvent>().Aggregate(Assignment.Initial, (state, e) => state.Evolve(e));

    private static UnitRow Committee(string code, string name) =>
        new(code, 1, name, Unit.CommunityCommittee, Leaders.CommunityOf(code), January, null);
}
