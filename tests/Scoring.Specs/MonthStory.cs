using Campaign.EventStore;
using Campaign.Scoring.Assignments;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Specs;

/// <summary>September 2024 in a small street, told fact by fact. Times are those of Shanghai.</summary>
internal sealed record MonthStory
{
    public static readonly Month September = new(2024, 9);

    public static readonly Policy UsualPolicy = new(0.75m, 0.25m,
    [
        new("overdueCase", -0.5m, 1.5m), new("relapse", -1, 5), new("rejectedRectification", -0.3m, 3), new("commendation", 1, 2),
    ]);

    public MonthFacts Facts { get; init; } = new([], [], [], [], []);

    public static MonthStory Of(params string[] subjects) =>
        new() { Facts = new([.. subjects.Select(code => Subject(code))], [], [], [], []) };

    public static Subject Subject(string code, string category = "居委会", DateOnly? from = null, DateOnly? until = null) =>
        new(code, code, category, from ?? new DateOnly(2024, 1, 1), until);

    public static DateTimeOffset At(int day, int hour = 12, int minute = 0, int month = 9) =>
        new(2024, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    public MonthStory With(Subject subject) =>
        this with { Facts = Facts with { Subjects = [.. Facts.Subjects, subject] } };

    public MonthStory Inspected(string subject, int day, decimal? score, string kind = "日常检查")
    {
        var id = Guid.CreateVersion7();
        var inspection = new InspectionFact(id, 1, id, subject, kind, new DateOnly(2024, 9, day), score, null);
        return this with { Facts = Facts with { Inspections = [.. Facts.Inspections, inspection] } };
    }

    /// <summary>A case, its facts in the order of their versions.</summary>
    public MonthStory Case(string name, params Func<FindingFact, FindingFact>[] facts)
    {
        var blank = new FindingFact(DeterministicGuid.From(Guid.Empty, name), 0, default, Guid.Empty, name, 1, null, null, default);
        var told = facts.Select(
            (fact, index) =>
                fact(blank with { EventId = DeterministicGuid.From(blank.FindingId, $"{index}") }) with { Version = index + 1 });
        return this with { Facts = Facts with { FindingFacts = [.. Facts.FindingFacts, .. told] } };
    }

    public MonthStory Handled(string name, DateTimeOffset at, int round = 1) => this with
    {
        Facts = Facts with
        {
            RectificationReports =
            [.. Facts.RectificationReports ?? [], new(DeterministicGuid.From(Guid.Empty, name), round, at)]
        },
    };

    public MonthStory Commended(
        string subject, int day, CommendationLevel? level = null, HonourScope scope = HonourScope.Month, int month = 9)
    {
        var id = Guid.CreateVersion7();
        var commendation = new Commendation(id, "", id, subject, new DateOnly(2024, month, day), "通报表扬", level, scope);
        return this with { Facts = Facts with { Commendations = [.. Facts.Commendations, commendation] } };
    }

    /// <summary>An assignment that passed its deadline.</summary>
    public MonthStory Missed(string unit, DateTimeOffset due, string title = "上报档案")
    {
        var missed = new OverdueAssignment(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), title, unit, due);
        return this with { Facts = Facts with { OverdueAssignments = [.. Facts.OverdueAssignments ?? [], missed] } };
    }

    public MonthStory Entered(string subject, string item, int day, decimal value, string reason = "登记")
    {
        var entry = new ManualEntry(
            Guid.CreateVersion7(), "", Guid.CreateVersion7(), subject, item, value, new DateOnly(2024, 9, day), reason);
        return this with { Facts = Facts with { ManualEntries = [.. Facts.ManualEntries ?? [], entry] } };
    }

    public MonthStory Vetoed(string subject, HonourScope scope, Month month, VetoGround? ground = null) =>
        this with
        {
            Facts =
            Facts with { Vetoes = [.. Facts.Vetoes, new($"{Facts.Vetoes.Count}", subject, scope, month, "媒体曝光", ground)] }
        };

    public static Func<FindingFact, FindingFact> Recorded(DateTimeOffset at) => f => f with { Kind = FindingFactKind.Recorded, At = at };

    public static Func<FindingFact, FindingFact> Routed(string unit, DateTimeOffset at, DateTimeOffset due, int round = 1) =>
        Fact(FindingFactKind.Routed, unit, at, due, round);

    public static Func<FindingFact, FindingFact> Declined(string unit, DateTimeOffset at) =>
        Fact(FindingFactKind.RoutingDeclined, unit, at, null, 1);

    public static Func<FindingFact, FindingFact> Extended(string unit, DateTimeOffset at, DateTimeOffset due) =>
        Fact(FindingFactKind.DeadlineExtended, unit, at, due, 1);

    public static Func<FindingFact, FindingFact> Overdue(string unit, DateTimeOffset due) =>
        Fact(FindingFactKind.BecameOverdue, unit, due, due, 1);

    public static Func<FindingFact, FindingFact> Rejected(string unit, DateTimeOffset at, DateTimeOffset due) =>
        Fact(FindingFactKind.Rejected, unit, at, due, 1);

    public static Func<FindingFact, FindingFact> StruckOff(string unit, DateTimeOffset at, DateTimeOffset due, int round = 1) =>
        Fact(FindingFactKind.StruckOff, unit, at, due, round);

    public static Func<FindingFact, FindingFact> Relapsed(string unit, DateTimeOffset at) =>
        Fact(FindingFactKind.Relapsed, unit, at, null, 2);

    public static Func<FindingFact, FindingFact> Voided(DateTimeOffset at) => f => f with { Kind = FindingFactKind.Voided, At = at };

    public static Func<FindingFact, FindingFact> ForciblyClosed(DateTimeOffset at) =>
        f => f with { Kind = FindingFactKind.ForciblyClosed, At = at };

    public MonthStory Waive(string subject, ScoreLine line) =>
        this with { Facts = Facts.Without([new Waiver(subject, line.Kind, line.EventId!.Value, line.Text, line.Points)]) };

    public MonthScoring Compute(Month? month = null, Policy? policy = null, DateTimeOffset? asOf = null) =>
        Facts.Score(month ?? September, policy ?? UsualPolicy, asOf ?? September.End.AddMonths(6));

    public Scorecard Card(string subject, Month? month = null, Policy? policy = null) =>
        Compute(month, policy).Scorecards.Single(c => c.Subject == subject);

    private static Func<FindingFact, FindingFact> Fact(
        FindingFactKind kind, string unit, DateTimeOffset at, DateTimeOffset? due, int round) =>
        f => f with { Kind = kind, Unit = unit, At = at, Due = due, Round = round };
}
