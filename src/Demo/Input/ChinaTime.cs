namespace Campaign.Demo.Input;

internal static class ChinaTime
{
    /// <summary>Asia/Shanghai, which knows no daylight saving.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>A deadline belongs to the day it names: midnight is the end of the day before.</summary>
    public static string Deadline(DateTimeOffset due) => due.ToOffset(Offset) is { TimeOfDay.Ticks: > 0 } local
        ? $"{local:M月d日 HH:mm}"
        : $"{due.ToOffset(Offset).AddDays(-1):M月d日} 24:00";
}
