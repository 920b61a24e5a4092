namespace Campaign.Inspections.Kernel;

internal enum Severity { Minor, Major, Critical }
