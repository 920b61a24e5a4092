using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Deadlines;

/// <summary>The assignment of the other story, its clock stopped at noon of its first day.</summary>
internal static class SuspensionStory
{
    public static readonly DateTimeOffset Until = At("2024-09-12 09:00");
    public static readonly DateTimeOffset Shifted = At("2024-09-15 24:00");
    public static readonly SuspendClock Suspend = new(Until, "等待管网改造", Official, Noon);
    public static readonly ClockSuspended Suspended = new(TheUnit, Until, Shifted, "等待管网改造", null, Noon, [new(2024, 0)]);
    public static readonly ClockResumed Ended = new(TheUnit, Shifted, null, Until, []);
}
