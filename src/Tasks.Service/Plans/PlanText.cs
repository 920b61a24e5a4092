using Campaign.Web;

namespace Campaign.Tasks.Plans;

internal static class PlanText
{
    /// <summary>A deadline as documents write it: midnight is the 24:00 of the day that ends.</summary>
    public static string Until(DateTimeOffset due) => ChinaTime.DeadlineText(due);
}
