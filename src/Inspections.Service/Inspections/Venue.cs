namespace Campaign.Inspections.Inspections;

/// <summary>The very place that was looked at, where the subject answers for many: 农贸市场, 小餐饮 …</summary>
internal sealed record Venue(string Type, string Name);
