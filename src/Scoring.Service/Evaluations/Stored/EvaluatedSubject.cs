namespace Campaign.Scoring.Evaluations.Stored;

/// <summary><see cref="Evaluations.EvaluatedSubject"/> as events keep it.</summary>
internal sealed record EvaluatedSubject(string Subject, string Name, string Category)
{
    public static EvaluatedSubject Of(Evaluations.EvaluatedSubject subject) => new(subject.Subject, subject.Name, subject.Category);

    public Evaluations.EvaluatedSubject ToEvaluatedSubject() => new(Subject, Name, Category);
}
