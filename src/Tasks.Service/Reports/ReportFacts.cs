using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Reports;

/// <summary>What the events say about a period: all that a draft is made of.</summary>
/// <param name="Street">Name of the street.</param>
/// <param name="Unit">Name of the unit it is about; null for the whole street.</param>
/// <param name="Units">Unit by unit; the whole is their sum.</param>
/// <param name="Done">Approved in the period.</param>
/// <param name="RedList">Open and late when the period ended.</param>
/// <param name="DueNext">Open when the period ended, and due in the next one.</param>
internal sealed record ReportFacts(
    ReportPeriod Period, string Street, string? Unit, IReadOnlyList<UnitTally> Units, IReadOnlyList<KindCount> IssuedByKind,
    IReadOnlyList<WorkDone> Work, ReportLines Done, ReportLines Returned, ReportLines RedList, ReportLines DueNext)
{
    public UnitTally Total => Units.Aggregate(UnitTally.None, (sum, unit) => sum.Plus(unit));
}

/// <summary>Both days included.</summary>
/// <param name="Name">How sentences call it: 本周, 上半年.</param>
/// <param name="NextName">How they call the one after it.</param>
/// <param name="Title">Of the report, behind the name of whom it is about.</param>
internal sealed record ReportPeriod(DateOnly From, DateOnly To, DateOnly NextTo, string Name, string NextName, string Title)
{
    public static ReportPeriod Week(DateOnly monday)
    {
        var sunday = monday.AddDays(6);
        var days =
            $"{monday.Year}年{monday.Month}月{monday.Day}日至{(sunday.Year == monday.Year ? "" : $"{sunday.Year}年")}{sunday.Month}月{sunday.Day}日";
        return new(monday, sunday, sunday.AddDays(7), "本周", "下周", $"创建国家卫生城市工作周报（{days}）");
    }

    public static ReportPeriod HalfYear(int year, int half) => half == 1
        ? new(new(year, 1, 1), new(year, 6, 30), new(year, 12, 31), "上半年", "下半年", $"{year}年上半年创建国家卫生城市工作小结")
        : new(new(year, 7, 1), new(year, 12, 31), new(year + 1, 6, 30), "下半年", "明年上半年", $"{year}年下半年创建国家卫生城市工作小结");
}

/// <param name="OnTime">Of the approved, those approved by their deadline.</param>
/// <param name="Open">When the period ended.</param>
/// <param name="Late">Of the open ones, those past their deadline.</param>
internal sealed record UnitTally(
    string Unit, int Issued, int Submitted, int Approved, int OnTime, int Returned, int BecameOverdue, int Open, int Late)
{
    public static UnitTally None { get; } = new("", 0, 0, 0, 0, 0, 0, 0, 0);

    public UnitTally Plus(UnitTally other) => new(
        Unit, Issued + other.Issued, Submitted + other.Submitted, Approved + other.Approved, OnTime + other.OnTime,
        Returned + other.Returned,
        BecameOverdue + other.BecameOverdue, Open + other.Open, Late + other.Late);
}

internal sealed record KindCount(AssignmentKind Kind, int Count);

/// <summary>Quantities of the period by item and measure.</summary>
internal sealed record WorkDone(string Unit, string Item, string Measure, decimal Amount);

/// <summary>The first rows of a list, and how many there are in all.</summary>
internal sealed record ReportLines(int Count, IReadOnlyList<ReportLine> Lines);

/// <param name="Reason">Of a return.</param>
internal sealed record ReportLine(Guid Id, string Title, string Unit, DateTimeOffset Due, string? Reason);
