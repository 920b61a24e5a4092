namespace Campaign.Tasks.Deadlines;

/// <summary>How a deadline is counted.</summary>
internal sealed record Term(Clock Clock, decimal Amount);

/// <summary>紧急工作时 · 工作时 · 工作日 · 自然日; hours or days, as the name says.</summary>
internal enum Clock { UrgentHours, WorkingHours, WorkingDays, NaturalDays }
