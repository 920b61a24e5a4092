using Campaign.Figures;
using Campaign.Web;

namespace Campaign.Inspections.Figures;

internal static class FigureWords
{
    public static string AsOf(FigurePeriod period) => period.IsRunning
        ? $"统计期未结束，数字截至今天（{ChinaTime.Local(period.Until):yyyy年M月d日HH:mm}）"
        : $"数字截至统计期末（{ChinaTime.DeadlineText(period.Until)}）";
}
