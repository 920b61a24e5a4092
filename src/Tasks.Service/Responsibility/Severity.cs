namespace Campaign.Tasks.Responsibility;

internal enum Severity { Minor, Major, Critical }
