using System.Globalization;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

internal static class PlanText
{
    /// <summary>A deadline as documents write it: midnight is the 24:00 of the day that ends.</summary>
    public static string Until(DateTimeOffset due)
    {
        var local = ChinaTime.Local(due);
        return local.TimeOfDay == TimeSpan.Zero
            ? $"{local.AddDays(-1).ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}24:00"
            : local.ToString("yyyy年M月d日HH:mm", CultureInfo.InvariantCulture);
    }
}
