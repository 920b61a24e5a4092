namespace Campaign.Scoring.Evaluations;

internal sealed record EvaluatedSubject(string Subject, string Name, string Category);
