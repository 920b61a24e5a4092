using System.Text.Json.Serialization;

namespace Campaign.Tasks.DueDates;

/// <summary>倒排: what an assignment hangs on.</summary>
/// <param name="DaysBefore">Natural days before the evaluation; it is due at 24:00 of that day.</param>
/// <param name="DurationDays">Working days that the work takes.</param>
internal sealed record Anchor(int DaysBefore, int DurationDays, DateOnly EvaluationDate)
{
    [JsonIgnore]
    public DateTimeOffset Due => Deadline.EndOf(EvaluationDate.AddDays(-DaysBefore));
}
