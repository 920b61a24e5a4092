namespace Campaign.Demo.Input;

internal static class ChinaTime
{
    /// <summary>Asia/Shanghai, which knows no daylight saving.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);
}
