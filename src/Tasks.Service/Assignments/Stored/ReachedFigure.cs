namespace Campaign.Tasks.Assignments.Stored;

/// <summary><see cref="Assignments.ReachedFigure"/> as events keep it.</summary>
internal sealed record ReachedFigure(decimal? Number, bool? Yes)
{
    public static ReachedFigure Of(Assignments.ReachedFigure value) => new(value.Number, value.Yes);

    public Assignments.ReachedFigure ToReachedFigure() => new(Number, Yes);
}
